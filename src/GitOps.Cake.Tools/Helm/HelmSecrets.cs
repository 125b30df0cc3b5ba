using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>Decrypts values with the user's plugin helm-secrets, as helmfile does: <c>helm secrets decrypt FILE</c>.</summary>
internal sealed class HelmSecrets(ICommandRunner commands, string helm, HelmPluginFolder plugin, IRunFolder folder) : ISecretDecryption
{
    private const string Plugin = "secrets";
    private const int FirstWithDecrypt = 4;

    /// <summary>Finds the plugin; null where helm does not have it, or where there is no helm.</summary>
    public static HelmSecrets? Find(ToolFinder finder, string? helmSetting, ICommandRunner commands, IRunFolder folder)
    {
        if (HelmPluginFolder.Find(Plugin) is not { } plugin)
            return null;

        try
        {
            return new(commands, finder.Find(ToolSource.Helm, helmSetting), plugin, folder);
        }
        catch (ToolNotFoundException)
        {
            // A command that only reads does without helm, and sops decrypts as the plugin would.
            return null;
        }
    }

    public Task<CommandOutput> DecryptAsync(string path, CancellationToken cancellationToken)
    {
        var verb = plugin.Version is { } version && version.Major < FirstWithDecrypt ? "view" : "decrypt";
        return commands.RunAsync(new(helm, [Plugin, verb, path], Path.GetDirectoryName(path)!), cancellationToken);
    }

    public async Task<CommandOutput> DecryptTextAsync(string encrypted, CancellationToken cancellationToken) =>
        await DecryptAsync(await folder.WriteAsync("secrets.yaml", encrypted, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
}
