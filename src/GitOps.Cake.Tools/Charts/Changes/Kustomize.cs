using GitOps.Cake.Helm;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts.Changes;

/// <summary><c>kubectl kustomize</c>, which is all of kustomize that is needed, in a program that every cluster's user has. It talks to no cluster.</summary>
internal sealed class Kustomize(IToolRunner runner, ToolFinder finder, HelmProgram helm, string? setting)
{
    private readonly Lazy<string> _kubectl = new(() => Find(finder, setting));

    /// <summary>Builds the kustomization of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="arguments">Words on top of the folder.</param>
    /// <param name="purpose">What for, in words.</param>
    /// <param name="cancellationToken">Stops kubectl.</param>
    /// <returns>The manifest, in kustomize's own order.</returns>
    /// <exception cref="GitOpsException">Kubectl is missing, or refuses.</exception>
    public async Task<string> BuildAsync(string folder, IEnumerable<Argument> arguments, string purpose, CancellationToken cancellationToken)
    {
        var output = await runner.RunAsync(
            new(_kubectl.Value, ["kustomize", .. arguments, folder])
            {
                Purpose = purpose,
                Advice = "Correct the patch, the transformer or the kustomization that kubectl names: its target has to be an object that the chart renders.",
            },
            cancellationToken).ConfigureAwait(false);
        return output.StandardOutput;
    }

    /// <summary>The words that let plugins run.</summary>
    public static IEnumerable<Argument> Plugins(bool allowed) => Args.Switch("--enable-alpha-plugins", allowed);

    /// <summary>The words that let a kustomization name helm charts, and files beside its own folder.</summary>
    public IEnumerable<Argument> OfCheckout(bool pluginsAllowed) =>
    [
        .. Plugins(pluginsAllowed),
        "--load-restrictor=LoadRestrictionsNone",
        .. pluginsAllowed ? ["--enable-helm", $"--helm-command={helm.Path}"] : Array.Empty<Argument>(),
    ];

    private static string Find(ToolFinder finder, string? setting)
    {
        try
        {
            // The word that tells helmfile to use kubectl for kustomize says the same here.
            return finder.Find(ToolSource.Kubectl, setting is "kustomize" or "kubectl kustomize" ? null : setting);
        }
        catch (ToolNotFoundException exception)
        {
            throw new ToolNotFoundException("kubectl", $"""
                Patches, transformers and kustomizations of a release are built with `kubectl kustomize`, and kubectl is missing.
                {exception.Message}
                """, exception);
        }
    }
}
