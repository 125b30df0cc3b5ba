using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after the last task, whatever the outcome.</summary>
/// <typeparam name="TContext">The program's context.</typeparam>
public abstract class FrostingTeardown<TContext> : IFrostingTeardown
    where TContext : ICakeContext
{
    /// <summary>Runs after the last task, whatever the outcome.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">How the run ended.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
