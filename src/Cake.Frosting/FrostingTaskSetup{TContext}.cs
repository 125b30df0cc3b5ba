using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before each task.</summary>
/// <typeparam name="TContext">The program's context.</typeparam>
public abstract class FrostingTaskSetup<TContext> : IFrostingTaskSetup
    where TContext : ICakeContext
{
    /// <summary>Runs before each task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The task that is to run.</param>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info) => Setup((TContext)context, info);
}
