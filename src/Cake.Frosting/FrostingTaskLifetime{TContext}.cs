using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Runs before and after each task. What the two halves share belongs into the context: they may be objects of their own.
/// </summary>
/// <typeparam name="TContext">The program's context.</typeparam>
public abstract class FrostingTaskLifetime<TContext> : IFrostingTaskLifetime
    where TContext : ICakeContext
{
    /// <summary>Runs before each task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The task that is to run.</param>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    /// <summary>Runs after each task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The task that ran, and how it ended.</param>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info) => Setup((TContext)context, info);

    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info) => Teardown((TContext)context, info);
}
