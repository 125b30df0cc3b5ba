using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// A task of a Frosting program. Derive from <see cref="FrostingTask{T}"/> or <see cref="AsyncFrostingTask{T}"/>: a class that
/// implements only this interface is refused at start.
/// </summary>
public interface IFrostingTask
{
    /// <summary>Gets what the log says when <see cref="ShouldRun"/> answers false; it is read once, before any task runs.</summary>
    /// <value>Empty by default.</value>
    string SkippedMessage => string.Empty;

    /// <summary>Does the work of the task.</summary>
    /// <param name="context">The program's context.</param>
    /// <returns>A task that ends with the work.</returns>
    Task RunAsync(ICakeContext context);

    /// <summary>Says whether the task is to run, right before it would.</summary>
    /// <param name="context">The program's context.</param>
    /// <returns>False to skip the task; a target that is skipped fails the program.</returns>
    bool ShouldRun(ICakeContext context);

    /// <summary>Handles an exception of the task; unless it throws, the program goes on.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="context">The program's context.</param>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs after the task, whatever its outcome.</summary>
    /// <param name="context">The program's context.</param>
    void Finally(ICakeContext context);
}
