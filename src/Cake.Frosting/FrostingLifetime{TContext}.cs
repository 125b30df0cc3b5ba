using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Runs before and after the run. What the two halves share belongs into the context: they may be objects of their own.
/// </summary>
/// <typeparam name="TContext">The program's context.</typeparam>
public abstract class FrostingLifetime<TContext> : IFrostingLifetime
    where TContext : ICakeContext
{
    /// <summary>Runs before the first task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The target and the tasks that are to run.</param>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <summary>Runs after the last task, whatever the outcome.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">How the run ended.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
