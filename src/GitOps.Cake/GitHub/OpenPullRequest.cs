using System.Collections.Immutable;
using System.Text;
using Cake.Frosting;
using GitOps.Cake.Hosting;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>Keeps a pull request with the files of the workspace that the command line names, as they are now.</summary>
[TaskName("OpenPullRequest")]
[TaskDescription("Keeps a pull request with changed files (--head, --title, --changed-file): opened, updated, closed when nothing differs.")]
public sealed class OpenPullRequest : OpenPullRequestTask<IGitOpsContext>
{
    private static readonly UTF8Encoding Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private protected override ImmutableArray<LibraryOption> OptionsRead =>
        [.. LibraryOptions.GitHub, LibraryOptions.Head, LibraryOptions.Title, LibraryOptions.ChangedFile];

    /// <inheritdoc/>
    protected override PullRequestSettings Settings(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (options, root) = (context.Session.Options, WorkspaceRoot.Find(context.Session.Workspace));
        var head = options.Value(LibraryOptions.Head)
            ?? throw new InvalidSettingsException("The option --head is missing: it names the branch that the changes go to, as in --head=update-images.");
        return new()
        {
            Branch = head,
            Title = options.Value(LibraryOptions.Title) ?? head,
            BaseBranch = context.GitHub.BaseBranch,
            Files = options.Paths(LibraryOptions.ChangedFile).ToImmutableDictionary(
                path => Path.GetRelativePath(root, path).Replace('\\', '/'), Content),
        };
    }

    // A file that is new keeps its mode, as it would in a commit of git's own.
    private protected override async Task<PullRequestSettings> CompleteAsync(IGitOpsContext context, PullRequestSettings settings, CancellationToken cancellationToken)
    {
        var indexed = await context.Session.IndexedExecutablesAsync(cancellationToken).ConfigureAwait(false);
        var root = WorkspaceRoot.Find(context.Session.Workspace);
        return settings with { Executables = [.. settings.Files.Keys.Where(path => indexed.Contains(path) || IsExecutable(Path.Combine(root, path)))] };
    }

    private static bool IsExecutable(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);

    // As it is, with the mark of its byte order where it has one. A file that is gone is removed there, too.
    private static string? Content(string path)
    {
        if (Directory.Exists(path))
            throw new InvalidSettingsException($"The option --changed-file names {path}, which is a folder. Name the files in it.");

        try
        {
            return File.Exists(path) ? Text.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidSettingsException($"The option --changed-file names {path}, which is no text in UTF-8; only such files can be sent.");
        }
    }
}
