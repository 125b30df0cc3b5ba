using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after each task. A program has one: the last that it registers.</summary>
public interface IFrostingTaskTeardown
{
    /// <summary>Runs after each task.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">The task that ran, and how it ended.</param>
    void Teardown(ICakeContext context, ITaskTeardownContext info);
}
