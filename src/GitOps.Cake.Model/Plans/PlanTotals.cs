namespace GitOps.Cake.Plans;

/// <summary>Counts over a plan.</summary>
public sealed record PlanTotals
{
    /// <summary>Releases to install or reinstall.</summary>
    public int Installs { get; init; }

    /// <summary>Releases to upgrade.</summary>
    public int Upgrades { get; init; }

    /// <summary>Releases to uninstall.</summary>
    public int Uninstalls { get; init; }

    /// <summary>Releases of which only the record differs.</summary>
    public int RecordOnly { get; init; }

    /// <summary>Releases that stay as they are.</summary>
    public int Unchanged { get; init; }

    /// <summary>Releases that were not compared.</summary>
    public int NotCompared { get; init; }

    /// <summary>Resources to add.</summary>
    public int Added { get; init; }

    /// <summary>Resources to change.</summary>
    public int Changed { get; init; }

    /// <summary>Resources to remove.</summary>
    public int Removed { get; init; }

    internal static PlanTotals Of(Plan plan)
    {
        int Releases(params ReadOnlySpan<ReleaseAction> actions)
        {
            var count = 0;
            foreach (var release in plan.Releases)
            {
                count += actions.Contains(release.Action) ? 1 : 0;
            }

            return count;
        }

        int Resources(params ReadOnlySpan<ResourceChangeKind> kinds)
        {
            var count = 0;
            foreach (var release in plan.Releases)
            {
                foreach (var resource in release.Resources)
                {
                    count += kinds.Contains(resource.Change) ? 1 : 0;
                }
            }

            return count;
        }

        return new()
        {
            Installs = Releases(ReleaseAction.Install, ReleaseAction.Reinstall),
            Upgrades = Releases(ReleaseAction.Upgrade),
            Uninstalls = Releases(ReleaseAction.Uninstall),
            RecordOnly = Releases(ReleaseAction.RecordOnly),
            Unchanged = Releases(ReleaseAction.None),
            NotCompared = Releases(ReleaseAction.Unknown),
            Added = Resources(ResourceChangeKind.Added),
            Changed = Resources(ResourceChangeKind.Changed, ResourceChangeKind.TextOnly, ResourceChangeKind.Ownership),
            Removed = Resources(ResourceChangeKind.Removed),
        };
    }
}
