using System.Collections.Immutable;
using Cake.Frosting;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Shows plan files of another run, one without credentials, on the pull request. Each is taken for hostile: it is read within limits, its digest has
/// to be that of its content, and which pull request and commit it is shown on comes from the event and from GitHub, never from the file.
/// </summary>
[TaskName("PublishPlan")]
[TaskDescription("Shows the plan files of a run without credentials (--plan=FILE or FOLDER) on the pull request.")]
public sealed class PublishPlan : CommentOnPullRequestTask<IGitOpsContext>, IReportsFailures
{
    /// <summary>More scopes than a repository has: somebody else chose how many files there are.</summary>
    private const int MostFiles = 200;

    /// <summary>More than plans of that many scopes hold, and as much as a runner has room for.</summary>
    private const long MostBytes = 4L * PlanJson.MaximumSize;

    /// <summary>More than a path and an environment have together.</summary>
    private const int LongestName = 500;

    private ImmutableArray<Plan> _plans = [];

    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. LibraryOptions.GitHub, LibraryOptions.Plan];

    // What fails here is no word of the run that made the plans.
    Task IReportsFailures.ReportAsync(IGitOpsContext context, RunFailure failure) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override Plan Plan(IGitOpsContext context) => Plans(context)[0];

    private protected override ImmutableArray<Plan> Plans(IGitOpsContext context)
    {
        if (!_plans.IsEmpty)
            return _plans;

        var path = context.Session.Options.Path(LibraryOptions.Plan)
            ?? throw new InvalidSettingsException(
                "The option --plan is missing: it names the file that the run without credentials wrote, as in --plan=plan.json, or the folder with several of them.");
        return _plans = Different([.. Within(Files(path), path).Select(Read)], path);
    }

    // Scopes that this build does not know are somebody else's words: they have one comment together, and not as many as there are names.
    private protected override CommentGroup Group(IGitOpsContext context, Plan plan) =>
        ScopeChoice.Of(context.Scopes, [], context.Session.Workspace).Any(known => known.Name == plan.Scope) ? base.Group(context, plan) : new("published", []);

    private static ImmutableArray<Plan> Different(ImmutableArray<Plan> plans, string path) =>
        plans.GroupBy(plan => plan.Scope, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new GitOpsException($"The folder {path} holds {twice.Count()} plans of {VisibleText.Escape(twice.Key)}. A run without credentials writes one for each scope.")
            : plans;

    private static ImmutableArray<string> Within(ImmutableArray<string> files, string path) =>
        files.Sum(file => new FileInfo(file) is { Exists: true } info ? info.Length : 0) > MostBytes
            ? throw new GitOpsException($"The plans of {path} are larger together than plans may be ({MostBytes / 1024 / 1024} MiB).")
            : files;

    private static ImmutableArray<string> Files(string path)
    {
        if (!Directory.Exists(path))
            return [path];

        ImmutableArray<string> files = [.. Directory.EnumerateFiles(path, "*.json").Take(MostFiles + 1).Order(StringComparer.Ordinal)];
        return files.Length switch
        {
            0 => throw new GitOpsException($"The folder {path} holds no plan (*.json). Hand over what the run without credentials wrote with --plan."),
            > MostFiles => throw new GitOpsException($"The folder {path} holds more than {MostFiles} files, which no build of scopes wrote."),
            _ => files,
        };
    }

    private static Plan Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null)
            throw new GitOpsException($"{path} is no file. Hand over the plan that the run without credentials wrote with --plan.");

        if (file.Length > PlanJson.MaximumSize)
            throw new GitOpsException($"{path} is larger than a plan may be ({PlanJson.MaximumSize / 1024 / 1024} MiB).");

        // What stands in the frame of a comment has no shorter form.
        var plan = PlanJson.Read(File.ReadAllBytes(path), path);
        return ((string?[])[plan.Scope, plan.Environment, plan.Origin.Commit]).Any(name => name?.Length > LongestName)
            ? throw new GitOpsException($"{path} names its scope, environment or commit with more than {LongestName} characters, which no build does.")
            : plan;
    }
}
