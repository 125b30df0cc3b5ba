using Cake.Frosting;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>Sets the commit status that the command line describes, and publishes it.</summary>
[TaskName("SetCommitStatus")]
[TaskDescription("Sets a commit status on GitHub; without GITHUB_TOKEN it says what it would set.")]
public sealed class SetCommitStatus : SetCommitStatusTask<IGitOpsContext>
{
    /// <inheritdoc/>
    protected override CommitStatusSettings Settings(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Session.Options;
        return new()
        {
            State = options.Choice<CommitState>(LibraryOptions.State),
            Context = options.Value(LibraryOptions.StatusContext)
                ?? throw new InvalidSettingsException("The option --status-context is missing: it names the status, as in --status-context=deploy/staging."),
            Description = options.Value(LibraryOptions.StatusDescription),
            TargetUrl = options.Value(LibraryOptions.TargetUrl),
        };
    }
}
