using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>
/// The fields of a live object that somebody set who is neither helm nor a part of the cluster, by what the server keeps in
/// <c>metadata.managedFields</c>. What the server itself fills in belongs to nobody there, or to who created the object.
/// </summary>
internal sealed class HandEdits
{
    // Controllers own what they write: status, what they inject, what they scale. Whose name says none of this is taken for a person's tool.
    private static readonly string[] Controllers =
        ["helm", "kube-", "kubelet", "controller", "operator", "manager", "injector", "webhook", "autoscaler", "scheduler", "istio", "pilot", "argocd", "cloud-", "kubectl-rollout", "before-first-apply"];

    private HandEdits(GoMap fields, IReadOnlyCollection<string> managers) => (Fields, Managers) = (fields, managers);

    /// <summary>The fields as the server keeps them: <c>f:name</c> for members, <c>k:{...}</c> for items of lists.</summary>
    public GoMap Fields { get; }

    public IReadOnlyCollection<string> Managers { get; }

    public static HandEdits Of(GoMap live)
    {
        var (fields, managers) = (new GoMap(), new SortedSet<string>(StringComparer.Ordinal));
        if (live.GetValueOrDefault("metadata") is GoMap metadata && metadata.GetValueOrDefault("managedFields") is List<object?> entries)
        {
            foreach (var entry in entries.OfType<GoMap>().Where(IsByHand))
            {
                if (entry.GetValueOrDefault("fieldsV1") is not GoMap owned)
                    continue;

                Merge(fields, owned);
                managers.Add(entry.GetValueOrDefault("manager") as string ?? "");
            }
        }

        return new(fields, managers);
    }

    private static bool IsByHand(GoMap entry) =>
        entry.GetValueOrDefault("subresource") is not string { Length: > 0 }
        && entry.GetValueOrDefault("manager") is string { Length: > 0 } manager
        && !Controllers.Any(part => manager.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static void Merge(GoMap all, GoMap more)
    {
        foreach (var (key, value) in more)
        {
            if (value is GoMap map && all.GetValueOrDefault(key) is GoMap known)
                Merge(known, map);
            else
                all[key] = value is GoMap fresh ? (GoMap)GoValue.DeepCopy(fresh)! : value;
        }
    }
}
