using Cake.Core;

namespace Cake.Frosting;

/// <summary>An asynchronous task over a context of its own.</summary>
/// <typeparam name="T">The context; a program whose context is no such type cannot use the task.</typeparam>
public abstract class AsyncFrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work of the task. A task that does not override this only gathers its dependencies.</summary>
    /// <param name="context">The program's context.</param>
    /// <returns>A task that ends with the work.</returns>
    public virtual Task RunAsync(T context) => Task.CompletedTask;

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

    Task IFrostingTask.RunAsync(ICakeContext context) => RunAsync((T)context);

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}
