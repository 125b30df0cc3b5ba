using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Policies;

/// <summary>Questions to a plan, for policies in C#. What an uninstall takes away counts as removed.</summary>
public static class PlanQueries
{
    private static readonly ImmutableArray<string> FixedOfStatefulSets =
        ["spec.volumeClaimTemplates", "spec.serviceName", "spec.selector", "spec.podManagementPolicy"];

    /// <summary>The objects that an apply removes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="kind">Their kind, as in <c>PersistentVolumeClaim</c>; every kind where null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static ImmutableArray<PlannedChange> Deletes(this Plan plan, string? kind = null) => Of(plan, kind, ResourceChangeKind.Removed);

    /// <summary>The objects that an apply adds.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="kind">Their kind; every kind where null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static ImmutableArray<PlannedChange> Adds(this Plan plan, string? kind = null) => Of(plan, kind, ResourceChangeKind.Added);

    /// <summary>The objects that an apply changes or takes over.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="kind">Their kind; every kind where null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static ImmutableArray<PlannedChange> Changes(this Plan plan, string? kind = null) =>
        Of(plan, kind, ResourceChangeKind.Changed, ResourceChangeKind.TextOnly, ResourceChangeKind.Ownership);

    /// <summary>What can lose data, or take away what others stand on.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static ImmutableArray<PlanRisk> Risks(this Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Releases.Where(release => release.Action is ReleaseAction.Uninstall)
                .Select(release => new PlanRisk(RiskKind.UninstallsRelease, release.Release)),
            .. plan.Releases.SelectMany(release => release.Resources.SelectMany(change =>
                Risk(release, change) is { } risk ? [new PlanRisk(risk, release.Release, change.Resource)] : Array.Empty<PlanRisk>())),
        ];
    }

    private static RiskKind? Risk(PlannedRelease release, ResourceChange change) => (change.Change, change.Resource.Kind) switch
    {
        (ResourceChangeKind.Removed, "CustomResourceDefinition") => RiskKind.RemovesCustomResourceDefinition,
        (ResourceChangeKind.Removed, "PersistentVolumeClaim") => RiskKind.RemovesPersistentVolumeClaim,
        (ResourceChangeKind.Removed, "Namespace") => RiskKind.RemovesNamespace,
        (_, "StatefulSet") when release.Action == ReleaseAction.Reinstall => RiskKind.ReinstallsStatefulSet,
        (ResourceChangeKind.Changed, "StatefulSet") when change.Fields.Any(field => IsFixed(field.Path)) => RiskKind.ReinstallsStatefulSet,
        _ => null,
    };

    private static bool IsFixed(string path) => FixedOfStatefulSets.Any(part =>
        path.StartsWith(part, StringComparison.Ordinal) && (path.Length == part.Length || path[part.Length] is '.' or '['));

    private static ImmutableArray<PlannedChange> Of(Plan plan, string? kind, params ReadOnlySpan<ResourceChangeKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var found = ImmutableArray.CreateBuilder<PlannedChange>();
        foreach (var release in plan.Releases)
        {
            foreach (var change in release.Resources)
            {
                if ((kind is null || change.Resource.Kind == kind) && kinds.Contains(change.Change))
                {
                    found.Add(new(release.Release, change));
                }
            }
        }

        return found.ToImmutable();
    }
}
