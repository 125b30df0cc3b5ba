using System.Collections.Immutable;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Git;

/// <summary>A repository on this machine, asked with the git program.</summary>
internal sealed class GitRepository
{
    private const int NotFound = 128;
    private const string Parent = "parent ";

    /// <summary>Git asks nobody, and takes no locks for what it only reads.</summary>
    private static readonly ImmutableDictionary<string, Argument?> Quiet = ImmutableDictionary<string, Argument?>.Empty
        .Add("GIT_TERMINAL_PROMPT", "0")
        .Add("GIT_OPTIONAL_LOCKS", "0")
        .Add("LC_ALL", "C");

    private readonly IToolRunner _runner;
    private readonly string _git;

    private GitRepository(IToolRunner runner, string git, string root) => (_runner, _git, Root) = (runner, git, root);

    /// <summary>The folder of the working tree.</summary>
    public string Root { get; }

    /// <summary>Finds the repository that a folder belongs to.</summary>
    /// <param name="runner">Runs git.</param>
    /// <param name="git">The git program.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>Null where the folder belongs to none.</returns>
    /// <exception cref="ToolFailedException">Git refuses the repository, for one because it is somebody else's.</exception>
    public static async Task<GitRepository?> FindAsync(IToolRunner runner, string git, string folder, CancellationToken cancellationToken)
    {
        var command = Command(git, folder, "rev-parse", "--show-toplevel") with { ExpectedExitCodes = [0, NotFound] };
        var output = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return output switch
        {
            { ExitCode: 0 } => new(runner, git, output.StandardOutput.Trim()),
            _ when output.StandardError.Contains("not a git repository", StringComparison.Ordinal) => null,
            _ => throw new ToolFailedException(command, output),
        };
    }

    /// <summary>The SHA of the commit that is checked out.</summary>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="ToolFailedException">There is no commit yet.</exception>
    public Task<string> HeadAsync(CancellationToken cancellationToken) => ResolveAsync("HEAD", cancellationToken);

    /// <summary>The SHAs of the commits that the one that is checked out follows or merges, also where the clone is shallow and has none of them.</summary>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="ToolFailedException">There is no commit yet.</exception>
    public async Task<ImmutableArray<string>> HeadParentsAsync(CancellationToken cancellationToken)
    {
        // The commit as it is stored: git log and rev-parse show none of the parents that a shallow clone left out.
        var command = Command(_git, Root, "cat-file", "commit", "HEAD") with
        {
            Purpose = "tell what the commit that is checked out follows",
            Advice = "Make a first commit.",
        };
        var output = await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return
        [
            .. output.StandardOutput.ReplaceLineEndings("\n").Split('\n').TakeWhile(line => line.Length > 0)
                .Where(line => line.StartsWith(Parent, StringComparison.Ordinal)).Select(line => line[Parent.Length..]),
        ];
    }

    /// <summary>The whole SHA of a commit.</summary>
    /// <param name="commit"><c>HEAD</c>, or a SHA.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="ToolFailedException">There is no such commit.</exception>
    public async Task<string> ResolveAsync(string commit, CancellationToken cancellationToken)
    {
        var command = Command(_git, Root, "rev-parse", "--verify", "--end-of-options", $"{commit}^{{commit}}") with
        {
            Purpose = "tell which commit is checked out",
            Advice = "Make a first commit, or name the commit.",
        };
        return (await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false)).StandardOutput.Trim();
    }

    /// <summary>Whether a commit merges others, as far as this clone goes back.</summary>
    /// <param name="commit"><c>HEAD</c>, or a SHA.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<bool> IsMergeAsync(string commit, CancellationToken cancellationToken)
    {
        // The commit's own lines: a shallow clone has cut its parents off elsewhere.
        var command = Command(_git, Root, "cat-file", "commit", await ResolveAsync(commit, cancellationToken).ConfigureAwait(false));
        var output = await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return output.StandardOutput.Split('\n').TakeWhile(line => line.Length > 0).Count(line => line.StartsWith("parent ", StringComparison.Ordinal)) > 1;
    }

    /// <summary>The whole SHA of a commit; null where this clone has none of the name.</summary>
    /// <param name="commit">A branch, a tag or a SHA.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<string?> FindCommitAsync(string commit, CancellationToken cancellationToken)
    {
        var command = Command(_git, Root, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{commit}^{{commit}}") with { ExpectedExitCodes = [0, 1, NotFound] };
        var output = await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return output.ExitCode == 0 ? output.StandardOutput.Trim() : null;
    }

    /// <summary>The commit that two come from; null where they have nothing in common.</summary>
    /// <param name="one">A whole SHA.</param>
    /// <param name="other">Another one.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<string?> MergeBaseAsync(string one, string other, CancellationToken cancellationToken)
    {
        var command = Command(_git, Root, "merge-base", one, other) with { ExpectedExitCodes = [0, 1] };
        var output = await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return output.ExitCode == 0 ? output.StandardOutput.Trim() : null;
    }

    /// <summary>The files that differ between a commit and the working tree, those that git does not know yet included; from <see cref="Root"/>.</summary>
    /// <param name="since">A whole SHA.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<ImmutableArray<string>> ChangedFilesAsync(string since, CancellationToken cancellationToken)
    {
        // Both names of a renamed file count.
        var changed = await _runner.RunAsync(
            Command(_git, Root, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules=none", since, "--"), cancellationToken).ConfigureAwait(false);
        var unknown = await _runner.RunAsync(Command(_git, Root, "ls-files", "-z", "--others", "--exclude-standard"), cancellationToken).ConfigureAwait(false);
        return [.. $"{changed.StandardOutput}{unknown.StandardOutput}".Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }

    /// <summary>The files that git knows as programs that can be started, also on systems whose files have no such mark; from <see cref="Root"/>.</summary>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<ImmutableHashSet<string>> ExecutablesAsync(CancellationToken cancellationToken)
    {
        const string executable = "100755 ";
        var output = await _runner.RunAsync(Command(_git, Root, "ls-files", "-z", "--stage"), cancellationToken).ConfigureAwait(false);
        return
        [
            .. output.StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(entry => entry.StartsWith(executable, StringComparison.Ordinal)).Select(entry => entry[(entry.IndexOf('\t', StringComparison.Ordinal) + 1)..]),
        ];
    }

    /// <summary>Whether this clone has a commit.</summary>
    /// <param name="sha">The whole SHA.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<bool> HasAsync(string sha, CancellationToken cancellationToken)
    {
        var command = Command(_git, Root, "cat-file", "-e", $"{sha}^{{commit}}") with { ExpectedExitCodes = [0, 1, NotFound] };
        return (await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false)).ExitCode == 0;
    }

    /// <summary>Whether a commit comes before another one, or is it. Both have to be in this clone.</summary>
    /// <param name="ancestor">The one that may come before.</param>
    /// <param name="descendant">The other one.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<bool> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellationToken)
    {
        var command = Command(_git, Root, "merge-base", "--is-ancestor", ancestor, descendant) with { ExpectedExitCodes = [0, 1] };
        return (await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false)).ExitCode == 0;
    }

    /// <summary>Whether commits before some depth are left out of this clone.</summary>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<bool> IsShallowAsync(CancellationToken cancellationToken)
    {
        var command = Command(_git, Root, "rev-parse", "--is-shallow-repository");
        return (await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false)).StandardOutput.Trim() == "true";
    }

    /// <summary>Where the remote <c>origin</c> is.</summary>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>Null where there is no such remote, or it is not on a server.</returns>
    public async Task<GitRemote?> OriginAsync(CancellationToken cancellationToken)
    {
        const int noSuchRemote = 2;
        var command = Command(_git, Root, "remote", "get-url", "origin") with { ExpectedExitCodes = [0, noSuchRemote, NotFound] };
        var output = await _runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return output.ExitCode == 0 ? GitRemote.Parse(output.StandardOutput) : null;
    }

    private static ToolCommand Command(string git, string folder, params ImmutableArray<Argument> arguments) =>
        new(git, ["-C", folder, .. arguments])
        {
            Environment = Quiet,
            Purpose = $"read the repository of {folder}",
            Advice = "Run the command yourself; git says what it needs.",
        };
}
