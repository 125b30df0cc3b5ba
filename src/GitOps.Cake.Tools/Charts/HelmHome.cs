using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary>Where helm finds repositories and credentials: the user's own places, or private ones of the run.</summary>
/// <param name="Variables">The variables that lead helm there.</param>
internal sealed record HelmHome(ImmutableDictionary<string, Argument?> Variables)
{
    public static HelmHome OfUser { get; } = new(ImmutableDictionary<string, Argument?>.Empty);

    public ToolCommand Apply(ToolCommand command) => command with { Environment = command.Environment.SetItems(Variables) };

    /// <summary>A state file gives the address of a registry without its scheme, but may also give it with one.</summary>
    public static string RegistryAddress(ChartRepository registry) =>
        $"oci://{(registry.Url.StartsWith("oci://", StringComparison.Ordinal) ? registry.Url[6..] : registry.Url).TrimEnd('/')}";
}
