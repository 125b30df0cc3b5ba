using System.Collections.Immutable;
using System.Reflection;
using Cake.Core;
using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Statuses;

namespace GitOps.Cake.Hosting;

/// <summary>
/// Has the reporting tasks of a run tell what became of it that come after a task that failed: Cake ends such a run before it reaches them, and nobody on GitHub would
/// hear of it. What a report fails with is told, for the run has failed already.
/// </summary>
internal sealed class UnreachedReports(GitOpsSession session, Func<IFrostingContext> context, ImmutableArray<IFrostingTask> planned)
{
    private RunFailure? _failure;

    /// <summary>Listens to a run in which any task reports.</summary>
    public static void Watch(ICakeEngine engine, ISetupContext run, GitOpsSession session, Func<IFrostingContext> context, IEnumerable<IFrostingTask> tasks)
    {
        var named = tasks.ToLookup(task => TaskNames.Of(task.GetType()), StringComparer.OrdinalIgnoreCase);
        var reports = new UnreachedReports(session, context, [.. run.TasksToExecute.SelectMany(task => named[task.Name])]);
        engine.AfterTaskTeardown += (_, ended) => reports.Note(ended.TaskTeardownContext);
        engine.BeforeTeardown += (_, ended) => reports.End(ended.TeardownContext.Successful);
    }

    private void Note(ITaskTeardownContext ended)
    {
        if (ended.ThrownException is { } exception && planned.FirstOrDefault(task => Is(task, ended.Task.Name)) is { } task)
            _failure = new(session, task.GetType(), ended.Task.Name, exception);
    }

    // With --exclusive the tasks that a target depends on are planned, too, and stand before it.
    private void End(bool successful)
    {
        if (successful || _failure is not { } failure)
            return;

        foreach (var task in planned.SkipWhile(task => !Is(task, failure.TaskName)).SkipWhile(task => Is(task, failure.TaskName)))
            Tell(task, failure);
    }

    // The engine's events are not asynchronous.
    private void Tell(IFrostingTask task, RunFailure failure)
    {
        try
        {
            ReportAsync(task, failure).GetAwaiter().GetResult();
        }
        catch (GitOpsException exception)
        {
            session.Log.Warning(exception.Message);
        }
    }

    private async Task ReportAsync(IFrostingTask task, RunFailure failure)
    {
        var own = (IGitOpsContext)context();
        if (task.GetType().GetCustomAttribute<ReportStatusAttribute>() is { Context: var name })
        {
            await new CommitStatusReporter(session.GitHub(own.GitHub)).SetAsync(
                new() { State = failure.IsInterrupted ? CommitState.Error : CommitState.Failure, Context = name, Description = failure.Text }, CancellationToken.None).ConfigureAwait(false);
        }

        if (task is IReportsFailures report)
            await report.ReportAsync(own, failure).ConfigureAwait(false);
    }

    private static bool Is(IFrostingTask task, string name) => string.Equals(TaskNames.Of(task.GetType()), name, StringComparison.OrdinalIgnoreCase);
}
