using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.GitHub;

/// <summary>What ended a run, as seen by the tasks that it did not reach.</summary>
/// <param name="Session">The run.</param>
/// <param name="Task">The task that failed.</param>
/// <param name="TaskName">Its name.</param>
/// <param name="Exception">What it failed with.</param>
internal sealed record RunFailure(GitOpsSession Session, Type Task, string TaskName, Exception Exception)
{
    /// <summary>Whether a signal ended the run.</summary>
    public bool IsInterrupted => Session.Interrupted.IsCancellationRequested;

    /// <summary>
    /// What went wrong with the scope at hand; null where the task failed for other scopes only. A report that could not be made says nothing of what others are to
    /// report, either.
    /// </summary>
    public Exception? Cause =>
        typeof(IReportsFailures).IsAssignableFrom(Task) ? null
        : Exception is ScopesFailedException ofScopes && Session.Scopes.Name is { } scope ? ofScopes.Of(scope)
        : Exception;

    /// <summary>What the task had begun to compare or to change of the scope at hand; null where it is a task of another kind, or had not come that far.</summary>
    public HelmfileScope? Begun => Session.Begun.Of(Task, Session.Scopes.Name);

    /// <summary>It in the few words that a status has room for: the task, which release, and why.</summary>
    public string Text => IsInterrupted ? "interrupted" : $"{TaskName}: {TaskOutcomeText.Of(Session, Task, Cause ?? Exception, TimeSpan.Zero)}";

    /// <summary>All of it. Of a message that is none of this library's only the first line, for nobody looked through the others for secrets.</summary>
    public string Message => Cause is GitOpsException own ? own.Message : Text;

    /// <summary>What it has against a plan that was made before it; null where that may be applied, or says itself why not.</summary>
    public string? Against(Plan plan) =>
        Cause is null || plan.IsPartial || (Begun is { } begun && ScopeName.Of(begun, Session.Workspace) != plan.Scope) ? null : Message;

    /// <summary>What a task would report; null where that needs what no task published.</summary>
    public T? Known<T>(Func<T> settings)
        where T : class
    {
        try
        {
            return settings();
        }
        catch (GitOpsException exception)
        {
            Session.Log.Verbose(exception.Message);
            return null;
        }
    }
}
