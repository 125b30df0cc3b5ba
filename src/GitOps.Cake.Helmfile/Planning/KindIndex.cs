using System.Collections.Frozen;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Finds the served kind of an object.</summary>
internal sealed class KindIndex(ClusterCapabilities capabilities)
{
    private readonly FrozenDictionary<(string, string), ServedKind> _kinds =
        capabilities.Kinds.DistinctBy(kind => (kind.ApiVersion, kind.Kind)).ToFrozenDictionary(kind => (kind.ApiVersion, kind.Kind));

    public ServedKind? Find(ResourceId resource) => _kinds.GetValueOrDefault((resource.ApiVersion, resource.Kind));

    /// <summary>The object as the cluster knows it: without a namespace where its kind has none.</summary>
    public ResourceId Locate(ResourceId resource) =>
        Find(resource) is { Namespaced: false } ? resource with { Namespace = "" } : resource;
}
