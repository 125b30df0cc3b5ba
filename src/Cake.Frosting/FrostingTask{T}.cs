using System.Diagnostics.CodeAnalysis;
using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task over a context of its own.</summary>
/// <typeparam name="T">The context; a program whose context is no such type cannot use the task.</typeparam>
public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work of the task. A task that does not override this only gathers its dependencies.</summary>
    /// <param name="context">The program's context.</param>
    public virtual void Run(T context)
    {
    }

    /// <summary>Says whether the task is to run, right before it would.</summary>
    /// <param name="context">The program's context.</param>
    /// <returns>True, unless overridden. A target that is skipped fails the program.</returns>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Handles an exception of the task; an override that does not throw lets the program go on.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="context">The program's context.</param>
    public virtual void OnError(Exception exception, T context)
    {
    }

    /// <summary>Runs after the task, whatever its outcome.</summary>
    /// <param name="context">The program's context.</param>
    public virtual void Finally(T context)
    {
    }

    [SuppressMessage("Design", "CA1033", Justification = "A derived task overrides Run, which this calls.")]
    Task IFrostingTask.RunAsync(ICakeContext context)
    {
        Run((T)context);
        return Task.CompletedTask;
    }

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}
