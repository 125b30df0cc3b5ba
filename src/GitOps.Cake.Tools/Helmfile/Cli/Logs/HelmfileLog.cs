using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>What helmfile told on its standard error while it worked. Lines of parallel releases come in any order.</summary>
internal sealed record HelmfileLog
{
    /// <summary>Names of the releases whose charts were prepared, of local charts only.</summary>
    public required ImmutableArray<string> Built { get; init; }

    /// <summary>Releases whose comparison is not shown: their line is in the log, and not in the output.</summary>
    public required ImmutableArray<ReleaseId> Suppressed { get; init; }

    public required ImmutableArray<ReleaseId> Upgrading { get; init; }

    /// <summary>Releases that helm was asked for before their upgrade, as it is done for those that may be new.</summary>
    public required ImmutableArray<ReleaseId> ListedBeforeUpgrade { get; init; }

    /// <summary>Names of the releases that helm was asked for.</summary>
    public required ImmutableArray<string> Listings { get; init; }

    /// <summary>What helm answered: the releases that are in the cluster.</summary>
    public required ImmutableArray<ListRow> Rows { get; init; }

    public required ImmutableArray<string> Deleting { get; init; }

    /// <summary>Helm's own word about releases that it installed, upgraded or was asked for.</summary>
    public required ImmutableArray<HelmWord> Words { get; init; }

    /// <summary>Names of the releases whose upgrade helm cancelled.</summary>
    public required ImmutableArray<string> Cancelled { get; init; }

    public required ImmutableArray<AffectedRelease> Affected { get; init; }

    public required ImmutableArray<SummaryRow> Summary { get; init; }

    /// <summary>Names that helmfile told under a heading of its own, by verb, as in <c>Templating</c>.</summary>
    public required ImmutableArray<VerbLine> Verbs { get; init; }

    /// <summary>Whether it says that something would change.</summary>
    public required bool FoundChange { get; init; }

    /// <summary>Whether it says of some state file that nothing would change.</summary>
    public required bool NothingAffected { get; init; }

    public bool IsCancelled(string name) => Cancelled.Contains(name, StringComparer.Ordinal);
}
