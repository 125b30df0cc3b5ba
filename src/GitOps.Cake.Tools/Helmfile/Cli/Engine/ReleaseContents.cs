using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Diffs;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Records;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>Both manifests of a release: the deployed one from its record, the wanted one as that with what the comparison shows.</summary>
internal sealed class ReleaseContents
{
    private readonly ComparedRelease _compared;
    private readonly RedactionRules _redaction;
    private readonly ResourceChanges _reader;
    private readonly ImmutableArray<ResourceChange> _changes;

    public ReleaseContents(ReleaseRecord? record, ComparedRelease compared, PlanMaking making)
    {
        _compared = compared;
        var @namespace = compared.Release.Namespace.Length > 0 ? compared.Release.Namespace : making.DefaultNamespace;
        var content = record is { Payload.IsEmpty: false } && ReleaseDecision.Exists(record) ? ReleaseContentReader.Read(record) : null;
        IsKnown = content is not null || !ReleaseDecision.Exists(record);
        ChartVersion = content?.ChartVersion;
        Deployed = content is null
            ? Manifest.Empty
            : ManifestParser.ReadDeployed(content, @namespace, new() { IncludeTests = making.Diff.IncludeTests, NoHooks = making.Diff.NoHooks });
        _redaction = new(making.Diff.Redact);
        _reader = new(@namespace, Deployed, _redaction);
        _changes = _reader.Of(compared.Resources);
    }

    /// <summary>Whether what is deployed is known as a whole.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether what is wanted is known as a whole: every change is shown with its whole text.</summary>
    public bool IsDesiredKnown => IsKnown && _compared.NamesResources && _compared.Resources.All(resource => resource.Body is { IsWhole: true });

    public string? ChartVersion { get; }

    public Manifest Deployed { get; }

    public Manifest Desired
    {
        get
        {
            var changed = _changes.Select(change => change.Resource).ToHashSet();
            var shown = _reader.Wanted.Resources.Select(resource => resource.Key).ToHashSet();
            return new(
                [.. Deployed.Resources.Where(resource => !changed.Contains(resource.Id) && !shown.Contains(resource.Key)), .. _reader.Wanted.Resources],
                []);
        }
    }

    public bool HasSecrets => Deployed.Resources.Concat(_reader.Wanted.Resources).Any(resource => resource.IsSecret);

    /// <summary>How many deployed resources the comparison does not name.</summary>
    public int Unchanged => Math.Max(0, Deployed.Resources.Length - _changes.Count(change => change.Change is not (ResourceChangeKind.Added or ResourceChangeKind.Ownership)));

    public ImmutableArray<ResourceChange> Changes() => _changes;

    /// <summary>What goes when the release is uninstalled.</summary>
    public ImmutableArray<ResourceChange> Removals() => new ManifestComparison(KnownSecrets.None.And(_redaction.Values(Deployed))).Compare(Deployed, Manifest.Empty).Changes;
}
