using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.Values.References;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Values;

/// <summary>
/// Decrypts values with <c>sops</c>, as the helm-secrets plugin does by default. Nothing decrypted reaches a disk here; each file is decrypted once per load.
/// </summary>
/// <param name="files">The files of the workspace.</param>
/// <param name="commands">Runs programs; null where none can be run.</param>
/// <param name="variable">Gives environment variables.</param>
/// <param name="secrets">Hears every decrypted value.</param>
internal sealed class SecretFiles(StateFiles files, ICommandRunner? commands, Func<string, string?> variable, SecretTexts secrets)
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The text of an encrypted file.</summary>
    /// <exception cref="StateFileException">It cannot be decrypted, or is no map of values.</exception>
    public async Task<string> DecryptAsync(string path, SourcePosition namedAt, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(path, out var text))
            return text;

        text = await RunAsync(new("sops", ["--decrypt", path], Path.GetDirectoryName(path)!), files.Shown(path), namedAt, cancellationToken).ConfigureAwait(false);
        Remember(text, files.Shown(path));
        known.Add(path, text);
        return text;
    }

    /// <summary>The text of a map that was encrypted in place.</summary>
    /// <exception cref="StateFileException">It cannot be decrypted.</exception>
    public async Task<string> DecryptAsync(GoMap map, SourcePosition position, CancellationToken cancellationToken)
    {
        var request = new CommandRequest("sops", ["--decrypt", "--input-type", "yaml", "--output-type", "yaml", "/dev/stdin"], files.Workspace)
        {
            Input = YamlWriter.Write(map),
        };
        var text = await RunAsync(request, "the encrypted map", position, cancellationToken).ConfigureAwait(false);
        Remember(text, position.File);
        return text;
    }

    private async Task<string> RunAsync(CommandRequest request, string what, SourcePosition position, CancellationToken cancellationToken)
    {
        if (variable("HELM_SECRETS_BACKEND") is { Length: > 0 } backend and not "sops")
            throw new StateFileException(position, $"{what} cannot be decrypted: HELM_SECRETS_BACKEND is \"{backend}\", and the native engine knows sops alone. Unset it, or {State.Schema.Reasons.CliEngine}.");
        if (commands is null)
            throw new StateFileException(position, $"{what} cannot be decrypted: programs cannot be started here.");

        try
        {
            var answer = await commands.RunAsync(request, cancellationToken).ConfigureAwait(false);
            return answer.ExitCode == 0
                ? answer.Output
                : throw new StateFileException(position, $"{what} cannot be decrypted: sops failed with exit status {answer.ExitCode}: {answer.Error.Trim()}. Does this machine have the key?");
        }
        catch (GitOpsException exception) when (exception is not StateFileException)
        {
            throw new StateFileException(position, $"{what} cannot be decrypted: {exception.Message}", exception);
        }
    }

    private void Remember(string text, string shownFile) => secrets.AddAll(StateYaml.ReadMap(text, shownFile));
}
