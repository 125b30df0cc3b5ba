using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.Values.References;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Values;

/// <summary>
/// Decrypts values with the plugin helm-secrets where helm has it, else with <c>sops</c>, as that plugin does by default. Nothing
/// decrypted reaches a disk here; each file is decrypted once per load, several of them at once: a key service takes its time.
/// </summary>
/// <param name="files">The files of the workspace.</param>
/// <param name="commands">Runs programs; null where none can be run.</param>
/// <param name="variable">Gives environment variables.</param>
/// <param name="secrets">Hears every decrypted value.</param>
/// <param name="plugin">The plugin helm-secrets; null where helm does not have it.</param>
/// <param name="concurrency">How many programs decrypt at once; null for a number that suits key services.</param>
internal sealed class SecretFiles(
    StateFiles files, ICommandRunner? commands, Func<string, string?> variable, SecretTexts secrets, ISecretDecryption? plugin = null, int? concurrency = null)
{
    // Decrypting is waiting for a key service, or a second of work with a key of one's own; gpg's agent fails under many at once.
    private const int DefaultConcurrency = 8;

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<CommandOutput>> _begun = new(StringComparer.Ordinal);

    // A file is decrypted when the one before it in its lane has been.
    private readonly Task[] _lanes = [.. Enumerable.Repeat(Task.CompletedTask, Math.Max(1, concurrency ?? DefaultConcurrency))];

    /// <summary>Starts to decrypt files that are wanted soon. What goes wrong is told when they are.</summary>
    public void Begin(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (_begun.ContainsKey(path))
                continue;

            ref var lane = ref _lanes[_begun.Count % _lanes.Length];
            var decrypted = RunAsync(path, lane, cancellationToken);
            _begun.Add(path, decrypted);
            lane = decrypted;
        }
    }

    /// <summary>The text of an encrypted file.</summary>
    /// <exception cref="StateFileException">It cannot be decrypted, or is no map of values.</exception>
    public async Task<string> DecryptAsync(string path, SourcePosition namedAt, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(path, out var text))
            return text;

        Begin([path], cancellationToken);
        text = await DecryptAsync(() => _begun[path], files.Shown(path), namedAt).ConfigureAwait(false);
        Remember(text, files.Shown(path));
        _known.Add(path, text);
        return text;
    }

    /// <summary>The text of a map that was encrypted in place.</summary>
    /// <exception cref="StateFileException">It cannot be decrypted.</exception>
    public async Task<string> DecryptAsync(GoMap map, SourcePosition position, CancellationToken cancellationToken)
    {
        var encrypted = YamlWriter.Write(map);
        var request = new CommandRequest("sops", ["--decrypt", "--input-type", "yaml", "--output-type", "yaml", "/dev/stdin"], files.Workspace) { Input = encrypted };
        var text = await DecryptAsync(
            plugin is null ? () => RunSopsAsync(request, cancellationToken) : () => plugin.DecryptTextAsync(encrypted, cancellationToken),
            "the encrypted map",
            position).ConfigureAwait(false);
        Remember(text, position.File);
        return text;
    }

    private async Task<CommandOutput> RunAsync(string path, Task before, CancellationToken cancellationToken)
    {
        // What became of that one is told where it is wanted.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var decrypted = plugin is null
            ? RunSopsAsync(new("sops", ["--decrypt", path], Path.GetDirectoryName(path)!), cancellationToken)
            : plugin.DecryptAsync(path, cancellationToken);
        return await decrypted.ConfigureAwait(false);
    }

    private async Task<string> DecryptAsync(Func<Task<CommandOutput>> run, string what, SourcePosition position)
    {
        try
        {
            var answer = await run().ConfigureAwait(false);
            return answer.ExitCode == 0
                ? answer.Output
                : throw new StateFileException(
                    position, $"{what} cannot be decrypted: {(plugin is null ? "sops" : "helm secrets")} failed with exit status {answer.ExitCode}: {answer.Error.Trim()}. Does this machine have the key?");
        }
        catch (GitOpsException exception) when (exception is not StateFileException)
        {
            throw new StateFileException(position, $"{what} cannot be decrypted: {exception.Message}", exception);
        }
    }

    private Task<CommandOutput> RunSopsAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (variable("HELM_SECRETS_BACKEND") is { Length: > 0 } backend and not "sops")
            throw new GitOpsException($"HELM_SECRETS_BACKEND is \"{backend}\", and without the plugin helm-secrets sops alone is known. Install the plugin (helm plugin install https://github.com/jkroepke/helm-secrets), or unset the variable.");

        return commands?.RunAsync(request, cancellationToken) ?? throw new GitOpsException("programs cannot be started here.");
    }

    private void Remember(string text, string shownFile) => secrets.AddAll(StateYaml.ReadMap(text, shownFile));
}
