using Cake.Frosting;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Shows a plan file of another run, one without credentials, on the pull request. The file is taken for hostile: it is read within limits, its digest has
/// to be that of its content, and which pull request and commit it is shown on comes from the event and from GitHub, never from the file.
/// </summary>
[TaskName("PublishPlan")]
[TaskDescription("Shows the plan file of a run without credentials (--plan=FILE) on the pull request.")]
public sealed class PublishPlan : CommentOnPullRequestTask<IGitOpsContext>
{
    private Plan? _plan;

    private protected override System.Collections.Immutable.ImmutableArray<LibraryOption> OptionsRead => [.. LibraryOptions.GitHub, LibraryOptions.Plan];

    /// <inheritdoc/>
    protected override Plan Plan(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_plan is not null)
            return _plan;

        var path = context.Session.Options.Path(LibraryOptions.Plan)
            ?? throw new InvalidSettingsException("The option --plan is missing: it names the file that the run without credentials wrote, as in --plan=plan.json.");
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null)
            throw new GitOpsException($"{path} is no file. Hand over the plan that the run without credentials wrote with --plan.");

        if (file.Length > PlanJson.MaximumSize)
            throw new GitOpsException($"{path} is larger than a plan may be ({PlanJson.MaximumSize / 1024 / 1024} MiB).");

        return _plan = PlanJson.Read(File.ReadAllBytes(path), path);
    }
}
