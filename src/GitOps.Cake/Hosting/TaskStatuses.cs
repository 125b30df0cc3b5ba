using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Cake.Core;
using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Statuses;

namespace GitOps.Cake.Hosting;

/// <summary>
/// Reports tasks that ask for it as commit statuses, around whatever they do. A report that fails does not keep a task from running:
/// it is told, and fails the run in the end only where reports are required.
/// </summary>
internal sealed class TaskStatuses(GitOpsSession session, Func<IFrostingContext> context, IReadOnlyDictionary<string, Type> reported)
{
    private readonly Dictionary<string, OpenStatus> _open = new(StringComparer.OrdinalIgnoreCase);
    private GitOpsException? _failure;

    /// <summary>Listens to the tasks of a run, where any asks for it.</summary>
    public static void Watch(ICakeEngine engine, GitOpsSession session, Func<IFrostingContext> context, IEnumerable<IFrostingTask> tasks)
    {
        var reported = tasks.Select(task => task.GetType())
            .Where(type => type.IsDefined(typeof(ReportStatusAttribute)))
            .ToDictionary(TaskNames.Of, StringComparer.OrdinalIgnoreCase);
        if (reported.Count == 0)
            return;

        var statuses = new TaskStatuses(session, context, reported);
        engine.BeforeTaskSetup += (_, started) => statuses.Start(started.TaskSetupContext.Task.Name);
        engine.AfterTaskTeardown += (_, ended) => statuses.End(ended.TaskTeardownContext);
        engine.RegisterTeardownAction(run => statuses.EndRun(run.Successful));
    }

    private GitHubRun Run => session.GitHub(((IGitOpsContext)context()).GitHub);

    private void Start(string task)
    {
        if (!reported.TryGetValue(task, out var type))
            return;

        var pending = new CommitStatusSettings
        {
            State = CommitState.Pending,
            Context = type.GetCustomAttribute<ReportStatusAttribute>()!.Context,
            Description = $"{task} is running",
        };
        Try(async () => _open[task] = await Run.Statuses.OpenAsync(pending, session.Interrupted).ConfigureAwait(false));
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "What is open is closed, which ends it.")]
    private void End(ITaskTeardownContext ended)
    {
        if (!_open.Remove(ended.Task.Name, out var open))
            return;

        var (state, text) = ended switch
        {
            { Skipped: true } => (CommitState.Success, "skipped: nothing to do"),
            _ when session.Interrupted.IsCancellationRequested => (CommitState.Error, "interrupted"),
            { ThrownException: { } failure } => (CommitState.Failure, TaskOutcomeText.Of(session, reported[ended.Task.Name], failure, ended.Duration)),
            _ => (CommitState.Success, TaskOutcomeText.Of(session, reported[ended.Task.Name], null, ended.Duration)),
        };
        Try(() => Run.Statuses.CloseAsync(open, state, text, CancellationToken.None));
    }

    private void EndRun(bool successful)
    {
        if (_failure is not null && successful && Run.Settings.Required)
            throw new GitOpsException($"A report was required and could not be made. {_failure.Message}", _failure);
    }

    // The engine's events are not asynchronous.
    private void Try(Func<Task> report)
    {
        try
        {
            report().GetAwaiter().GetResult();
        }
        catch (GitOpsException exception)
        {
            _failure ??= exception;
            session.Log.Warning(exception.Message);
        }
        catch (OperationCanceledException) when (session.Interrupted.IsCancellationRequested)
        {
            // Nothing was set to pending that somebody would wait for.
        }
    }
}
