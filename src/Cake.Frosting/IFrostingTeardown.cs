using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after the last task, whatever the outcome. A program has one: the last that it registers.</summary>
public interface IFrostingTeardown
{
    /// <summary>Runs after the last task, whatever the outcome.</summary>
    /// <param name="context">The program's context.</param>
    /// <param name="info">How the run ended.</param>
    void Teardown(ICakeContext context, ITeardownContext info);
}
