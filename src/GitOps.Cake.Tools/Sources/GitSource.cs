using System.Collections.Immutable;
using System.Text;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Sources;

/// <summary>
/// Fetches the files of one commit of a git repository. No hooks of the repository run, git asks nobody, only protocols of the network
/// and local files are spoken, and a password is in no argument and in no file.
/// </summary>
internal sealed class GitSource(IToolRunner runner, ToolFinder finder, SourceLimits limits)
{
    private const int Failed = 128;

    private static readonly ImmutableArray<Argument> Safe =
    [
        "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "protocol.https.allow=always", "-c", "protocol.http.allow=always",
        "-c", "protocol.ssh.allow=always", "-c", "protocol.git.allow=always", "-c", "protocol.file.allow=user", "-c", "advice.detachedHead=false",
    ];

    private readonly Lazy<string> _git = new(() => finder.Find(ToolSource.Git));

    /// <summary>Fetches into an empty folder.</summary>
    /// <returns>False where the repository does not have what <c>ref</c> names.</returns>
    /// <exception cref="GitOpsException">The repository cannot be reached, or refuses.</exception>
    public async Task<bool> FetchAsync(SourceAddress address, string folder, CancellationToken cancellationToken)
    {
        if (address["sshkey"] is not null)
            throw new GitOpsException($"{address} has an SSH key in it, which does not belong into a file: take it out, and hand the key to ssh-agent, or name its file in GIT_SSH_COMMAND.");

        var (repository, subfolder) = Split(address);
        var clone = subfolder.Length > 0 ? Directory.CreateDirectory(Path.Combine(folder, ".clone")).FullName : folder;
        await RunAsync(address, clone, ["init", "--quiet"], cancellationToken).ConfigureAwait(false);
        if (!await FetchCommitAsync(address, repository, clone, cancellationToken).ConfigureAwait(false))
            return false;

        await RunAsync(address, clone, ["checkout", "--quiet", "--force", "FETCH_HEAD"], cancellationToken).ConfigureAwait(false);
        if (File.Exists(Path.Combine(clone, ".gitmodules")))
            await SubmodulesAsync(address, repository, clone, cancellationToken).ConfigureAwait(false);

        Directory.Delete(Path.Combine(clone, ".git"), recursive: true);
        if (subfolder.Length > 0)
            TakeSubfolder(address, folder, clone, subfolder);
        return true;
    }

    /// <summary>A branch or tag is fetched alone; a commit that the server does not hand out by its SHA is looked for among all branches and tags.</summary>
    private async Task<bool> FetchCommitAsync(SourceAddress address, string repository, string clone, CancellationToken cancellationToken)
    {
        var reference = address["ref"] is { Length: > 0 } named ? named : "HEAD";
        if (reference.StartsWith('-') || reference.Contains(':', StringComparison.Ordinal))
            throw new GitOpsException($"{address}: \"{reference}\" is no branch, tag or commit.");

        var output = await TryAsync(address, clone, ["fetch", "--quiet", "--depth", "1", "--no-tags", repository, reference], cancellationToken).ConfigureAwait(false);
        if (output.ExitCode == 0)
            return true;
        if (!reference.All(char.IsAsciiHexDigit) || reference.Length < 7)
            return IsUnknown(output) ? false : throw new ToolFailedException(Command(address, clone, ["fetch", repository, reference]), output);

        await RunAsync(address, clone, ["fetch", "--quiet", repository, "+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"], cancellationToken).ConfigureAwait(false);
        output = await TryAsync(address, clone, ["rev-parse", "--verify", "--quiet", $"{reference}^{{commit}}"], cancellationToken).ConfigureAwait(false);
        if (output.ExitCode != 0)
            return false;

        await File.WriteAllTextAsync(Path.Combine(clone, ".git", "FETCH_HEAD"), $"{output.StandardOutput.Trim()}\t\t{reference}\n", cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task SubmodulesAsync(SourceAddress address, string repository, string clone, CancellationToken cancellationToken)
    {
        // Addresses of submodules may be relative to that of the repository.
        await RunAsync(address, clone, ["remote", "add", "origin", repository], cancellationToken).ConfigureAwait(false);
        await RunAsync(address, clone, ["submodule", "--quiet", "update", "--init", "--recursive", "--depth", "1"], cancellationToken).ConfigureAwait(false);
        foreach (var link in Directory.EnumerateFiles(clone, ".git", SearchOption.AllDirectories).ToList())
            File.Delete(link);
    }

    private static bool IsUnknown(ToolOutput output) => output.StandardError.Contains("couldn't find remote ref", StringComparison.Ordinal);

    private static (string Repository, string Subfolder) Split(SourceAddress address)
    {
        var separator = address.Path.IndexOf("//", StringComparison.Ordinal);
        var (path, subfolder) = separator < 0 ? (address.Path, "") : (address.Path[..separator], address.Path[(separator + 2)..]);

        // Of ssh the user is part of the address and no secret; a password is left to the environment.
        var user = address is { Scheme: "ssh" } && address.User.Reveal() is { Length: > 0 } name ? $"{name.Split(':')[0]}@" : "";
        return ($"{address.Scheme}://{user}{address.Host}{path}", subfolder);
    }

    private static void TakeSubfolder(SourceAddress address, string folder, string clone, string subfolder)
    {
        var source = SourceTree.Find(clone, subfolder, address.ToString());
        if (!Directory.Exists(source))
            throw new GitOpsException($"{address}: the repository has no folder {subfolder}.");

        foreach (var entry in Directory.EnumerateFileSystemEntries(source).ToList())
            Directory.Move(entry, Path.Combine(folder, Path.GetFileName(entry)));

        Directory.Delete(clone, recursive: true);
    }

    private Task<ToolOutput> RunAsync(SourceAddress address, string clone, ImmutableArray<Argument> arguments, CancellationToken cancellationToken) =>
        runner.RunAsync(Command(address, clone, arguments), cancellationToken);

    private Task<ToolOutput> TryAsync(SourceAddress address, string clone, ImmutableArray<Argument> arguments, CancellationToken cancellationToken) =>
        runner.RunAsync(Command(address, clone, arguments) with { ExpectedExitCodes = [0, 1, Failed] }, cancellationToken);

    private ToolCommand Command(SourceAddress address, string clone, ImmutableArray<Argument> arguments) =>
        new(_git.Value, [.. Safe, "-C", clone, .. arguments])
        {
            Environment = EnvironmentOf(address),
            Timeout = limits.Time,
            Purpose = $"fetch {address}",
            Advice = "Correct the address; for a private repository let git know a credential helper or an SSH key, or put user and token in front of the host.",
        };

    private static ImmutableDictionary<string, Argument?> EnvironmentOf(SourceAddress address)
    {
        var environment = ImmutableDictionary<string, Argument?>.Empty.Add("GIT_TERMINAL_PROMPT", "0").Add("LC_ALL", "C").Add("GIT_LFS_SKIP_SMUDGE", "1");
        if (address.Scheme is not ("http" or "https") || address.User.Reveal() is not { Length: > 0 } user)
            return environment;

        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(user.Contains(':', StringComparison.Ordinal) ? user : $"{user}:")));
        return environment
            .Add("GIT_CONFIG_COUNT", "1")
            .Add("GIT_CONFIG_KEY_0", $"http.{address.Scheme}://{address.Host}/.extraHeader")
            .Add("GIT_CONFIG_VALUE_0", new Argument("Authorization: Basic ", new Secret(login)));
    }
}
