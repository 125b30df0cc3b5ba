using System.Collections.Immutable;
using System.Reflection;
using Cake.Core;
using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.Options;

namespace GitOps.Cake.Hosting;

/// <summary>The check before anything runs: every option of the library has to be read by some task of this run.</summary>
internal sealed class RunStart
{
    /// <exception cref="InvalidSettingsException">An option is misspelled, or no task of this run reads it.</exception>
    public static RunStart Check(ISetupContext run, IEnumerable<IFrostingTask> tasks, GitOpsSession session)
    {
        var names = run.TasksToExecute.Select(task => task.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<IFrostingTask> ofRun = [.. tasks.Where(task => names.Contains(TaskNames.Of(task.GetType())))];
        if (run.Arguments.HasArgument(CommandOptions.Output.Name) && !ofRun.OfType<IReadsOptions>().Any(task => task.Options.Contains(CommandOptions.Output)))
            session.Output.Release();

        var read = ofRun.SelectMany(Read).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<string> problems = [.. OptionCheck.Problems(run.Arguments.GetArguments().Keys, read), .. ofRun.SelectMany(Unreportable)];
        session.DeploymentReports = [.. ofRun.OfType<IReportsDeployments>()];
        return problems.IsEmpty ? new() : throw new InvalidSettingsException(problems);
    }

    // GitHub would refuse such a status, and the task it is about would run all the same.
    private static IEnumerable<string> Unreportable(IFrostingTask task) =>
        task.GetType().GetCustomAttribute<ReportStatusAttribute>() is { Context: var context } && (string.IsNullOrWhiteSpace(context) || context.Length > CommitStatusSettings.LongestContext)
            ? [$"ReportStatus of {task.GetType().Name} has to be a name of 1 to {CommitStatusSettings.LongestContext} characters, not \"{context}\"."]
            : [];

    private static IEnumerable<string> Read(IFrostingTask task) =>
    [
        .. task is IReadsOptions reader ? reader.Options.Select(option => option.Name) : [],
        .. task.GetType().IsDefined(typeof(ReportStatusAttribute)) ? LibraryOptions.GitHub.Select(option => option.Name) : [],
        .. task.GetType().GetCustomAttributes<ReadsOptionAttribute>().Select(attribute => attribute.Name),
    ];
}
