using System.Collections.Immutable;
using Cake.Frosting;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>Keeps a pull request with the files of the workspace that the command line names, as they are now.</summary>
[TaskName("OpenPullRequest")]
[TaskDescription("Keeps a pull request with changed files (--head, --title, --changed-file): opened, updated, closed when nothing differs.")]
public sealed class OpenPullRequest : OpenPullRequestTask<IGitOpsContext>
{
    private protected override ImmutableArray<LibraryOption> OptionsRead =>
        [.. LibraryOptions.GitHub, LibraryOptions.Head, LibraryOptions.Title, LibraryOptions.ChangedFile];

    /// <inheritdoc/>
    protected override PullRequestSettings Settings(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (options, workspace) = (context.Session.Options, context.Session.Workspace);
        var head = options.Value(LibraryOptions.Head)
            ?? throw new InvalidSettingsException("The option --head is missing: it names the branch that the changes go to, as in --head=update-images.");
        return new()
        {
            Branch = head,
            Title = options.Value(LibraryOptions.Title) ?? head,
            BaseBranch = context.GitHub.BaseBranch,
            Files = options.Paths(LibraryOptions.ChangedFile).ToImmutableDictionary(
                path => Path.GetRelativePath(workspace, path).Replace('\\', '/'), path => File.Exists(path) ? File.ReadAllText(path) : null),
        };
    }
}
