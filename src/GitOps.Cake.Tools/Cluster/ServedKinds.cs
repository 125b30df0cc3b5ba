using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Cluster;

/// <summary>Looks kinds up in what a cluster serves.</summary>
internal static class ServedKinds
{
    /// <summary>Null where the cluster does not serve the kind.</summary>
    public static ServedKind? Find(ClusterCapabilities capabilities, ResourceId resource)
    {
        foreach (var kind in capabilities.Kinds)
        {
            if (kind.Kind == resource.Kind && kind.ApiVersion == resource.ApiVersion)
                return kind;
        }

        return null;
    }

    /// <summary>Null for objects of the whole cluster.</summary>
    public static string? NamespaceOf(ServedKind kind, ResourceId resource, ClusterCapabilities capabilities) => kind switch
    {
        { Namespaced: false } => null,
        _ when resource.Namespace.Length > 0 => resource.Namespace,
        _ => capabilities.DefaultNamespace,
    };

    /// <summary>The lists in which objects are found, one per kind and namespace. Objects of kinds that are not served are in none.</summary>
    public static IEnumerable<IGrouping<(ServedKind Kind, string? Namespace), ResourceId>> Lists(
        ClusterCapabilities capabilities, IEnumerable<ResourceId> resources) =>
        from resource in resources
        let kind = Find(capabilities, resource)
        where kind is not null
        group resource by (kind, NamespaceOf(kind, resource, capabilities));
}
