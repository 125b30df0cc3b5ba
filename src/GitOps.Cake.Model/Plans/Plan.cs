using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Plans;

/// <summary>
/// What would change, per release and resource. A value: redacted, serialisable, with a digest that says what was approved.
/// </summary>
public sealed record Plan
{
    /// <summary>The version of the JSON form that this library writes; it reads this one and those before it.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of the JSON form.</summary>
    /// <value>Always <see cref="CurrentSchemaVersion"/>: a plan in memory has the form of the library that holds it.</value>
    public int SchemaVersion => CurrentSchemaVersion;

    /// <summary>The name of the scope, see <see cref="HelmfileScope.Name"/>.</summary>
    public required string Scope { get; init; }

    /// <summary>The environment of the state file.</summary>
    public required string Environment { get; init; }

    /// <summary>SHA-256 of all that an approval binds, in lower-case hexadecimal; see <see cref="PlanDigest"/>.</summary>
    public string Digest => PlanDigest.Of(this);

    /// <summary>Whether an apply would change anything, as far as is known.</summary>
    public bool HasChanges => Releases.Any(release => release.IsChange);

    /// <summary>Whether some release was not compared, so that this plan cannot be approved.</summary>
    public bool IsPartial => Releases.Any(release => !release.IsCompared);

    /// <summary>Whether some comparison failed, so that an apply changes nothing.</summary>
    [JsonIgnore]
    public bool HasErrors => Releases.Any(release => release.Comparison == Comparison.Failed);

    /// <summary>Whether some release has a Secret on either side.</summary>
    public bool HasSecrets => Releases.Any(release => release.HasSecrets || release.Resources.Any(change => change.Resource.IsSecret));

    /// <summary>
    /// Whether the digest binds the values of Secrets. It does where a plan key was given (<c>GITOPS_PLAN_KEY</c>).
    /// </summary>
    public bool SecretsBound { get; init; }

    /// <summary>Counts over all releases.</summary>
    public PlanTotals Totals => PlanTotals.Of(this);

    /// <summary>The clusters that the releases go to, one per context that the state file names.</summary>
    public ImmutableArray<PlannedCluster> Clusters { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Circumstances that do not count for the digest: when, with which tools, from which commit.</summary>
    public PlanOrigin Origin { get; init => field = value ?? new(); } = new();

    /// <summary>What was noticed and does not stop an apply, each a full sentence.</summary>
    public ImmutableArray<string> Warnings { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Every selected release, in the order in which an apply would visit them.</summary>
    public ImmutableArray<PlannedRelease> Releases { get; init => field = value.OrEmpty(); } = [];
}
