using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before each task. A program has one: the last that it registers.</summary>
public interface IFrostingTaskSetup
{
    /// <summary>Runs before each task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The task that is to run.</param>
    void Setup(ICakeContext context, ITaskSetupContext info);
}
