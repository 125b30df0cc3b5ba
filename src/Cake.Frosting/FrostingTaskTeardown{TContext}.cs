using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after each task.</summary>
/// <typeparam name="TContext">The program's context.</typeparam>
public abstract class FrostingTaskTeardown<TContext> : IFrostingTaskTeardown
    where TContext : ICakeContext
{
    /// <summary>Runs after each task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The task that ran, and how it ended.</param>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info) => Teardown((TContext)context, info);
}
