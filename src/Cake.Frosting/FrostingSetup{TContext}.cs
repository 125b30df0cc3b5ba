using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before the first task.</summary>
/// <typeparam name="TContext">The program's context.</typeparam>
public abstract class FrostingSetup<TContext> : IFrostingSetup
    where TContext : ICakeContext
{
    /// <summary>Runs before the first task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The target and the tasks that are to run.</param>
    public abstract void Setup(TContext context, ISetupContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);
}
