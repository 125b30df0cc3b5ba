using System.Collections.Immutable;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Compares the deployed manifest with the wanted one as helm-diff does: resource by resource, by their texts.
/// The fields tell what the texts mean.
/// </summary>
internal sealed class ManifestComparison(Func<string, bool>? hiddenLines = null)
{
    public ManifestDifference Compare(Manifest deployed, Manifest wanted)
    {
        var before = deployed.Resources.ToDictionary(resource => resource.Key);
        var after = wanted.Resources.ToDictionary(resource => resource.Key);
        var changes = ImmutableArray.CreateBuilder<ResourceChange>();
        var unchanged = 0;
        foreach (var key in before.Keys.Union(after.Keys).Order())
        {
            var change = Compare(before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (change is null)
                unchanged++;
            else
                changes.Add(change);
        }

        return new(changes.DrainToImmutable(), unchanged);
    }

    private ResourceChange? Compare(Resource? before, Resource? after) => (before, after) switch
    {
        (null, { } added) => new()
        {
            Resource = added.Id,
            Change = ResourceChangeKind.Added,
            Diff = UnifiedDiff.Of("", Shown(added, null), hiddenLines),
        },
        ({ IsKept: true }, null) => null,
        ({ } removed, null) => new()
        {
            Resource = removed.Id,
            Change = ResourceChangeKind.Removed,
            Diff = UnifiedDiff.Of(Shown(removed, null), "", hiddenLines),
        },
        ({ } old, { } current) when !old.Text.Span.SequenceEqual(current.Text.Span) => Changed(old, current),
        _ => null,
    };

    private ResourceChange Changed(Resource before, Resource after)
    {
        var fields = FieldComparison.Compare(before.Content, after.Content, before.IsSecret || after.IsSecret);
        return new()
        {
            Resource = after.Id,
            Change = fields.IsEmpty ? ResourceChangeKind.TextOnly : ResourceChangeKind.Changed,
            Fields = hiddenLines is null ? fields : [.. fields.Where(field => !IsHidden(field))],
            Diff = UnifiedDiff.Of(Shown(before, after, "before"), Shown(after, before, "after"), hiddenLines),
        };
    }

    /// <summary>Whether every line that a field has in a manifest is to be hidden.</summary>
    private bool IsHidden(FieldChange field)
    {
        var name = field.Path[(field.Path.LastIndexOf('.') + 1)..];
        return hiddenLines!($"{name}: {field.New ?? field.Old}") && (field.Old is null || hiddenLines($"{name}: {field.Old}"));
    }

    private static string Shown(Resource resource, Resource? other, string side = "") =>
        resource.IsSecret
            ? YamlWriter.Write(SecretRedaction.Redact(resource.Content, other?.Content, side))
            : resource.Text.ToString();
}
