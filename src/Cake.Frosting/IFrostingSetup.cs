using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before the first task. A program has one: the last that it registers.</summary>
public interface IFrostingSetup
{
    /// <summary>Runs before the first task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The target and the tasks that are to run.</param>
    void Setup(ICakeContext context, ISetupContext info);
}
