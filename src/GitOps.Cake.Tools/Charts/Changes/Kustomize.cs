using GitOps.Cake.Helm;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts.Changes;

/// <summary>
/// <c>kubectl kustomize</c>, which is all of kustomize that is needed, in a program that every cluster's user has; or the kustomize that
/// the user names. It talks to no cluster.
/// </summary>
internal sealed class Kustomize(IToolRunner runner, ToolFinder finder, HelmProgram helm, string? setting)
{
    private readonly Lazy<(string Program, string Verb)> _kustomize = new(() => Find(finder, setting));

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
            new(_kustomize.Value.Program, [_kustomize.Value.Verb, .. arguments, folder])
            {
                Purpose = purpose,
                Advice = "Correct the patch, the transformer or the kustomization that it names: its target has to be an object that the chart renders.",
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

    private static (string Program, string Verb) Find(ToolFinder finder, string? setting)
    {
        // The words that helmfile knows for kustomize as a whole and for kubectl's say the same here.
        var named = setting is "kustomize" or "kubectl kustomize" ? null : setting;
        if (named is not null && Path.GetFileNameWithoutExtension(named) != "kubectl")
            return (finder.Find(ToolSource.Kustomize, named), "build");

        try
        {
            return (finder.Find(ToolSource.Kubectl, named), "kustomize");
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
