using System.Collections.Immutable;
using System.Text;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Compares the deployed manifest with the wanted one as helm-diff does: resource by resource, by their texts.
/// The fields tell what the texts mean.
/// </summary>
internal sealed class ManifestComparison(KnownSecrets secrets, Func<string, bool>? hiddenLines = null)
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
            Diff = Difference("", Shown(added, null)),
        },
        ({ IsKept: true }, null) => null,
        ({ } removed, null) => new()
        {
            Resource = removed.Id,
            Change = ResourceChangeKind.Removed,
            Diff = Difference(Shown(removed, null), ""),
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
            Fields = [.. fields.Where(field => hiddenLines is null || !IsHidden(field)).Select(Conceal)],
            Diff = Difference(Shown(before, after, "before"), Shown(after, before, "after")),
        };
    }

    private string Difference(string before, string after) => secrets.Redact(UnifiedDiff.Of(before, after, hiddenLines));

    private FieldChange Conceal(FieldChange field)
    {
        var (before, after) = (field.Old?.ToString(), field.New?.ToString());
        return (before is null || !secrets.AreIn(before)) && (after is null || !secrets.AreIn(after))
            ? field
            : new()
            {
                Path = field.Path,
                Redacted = true,
                OldSize = before is null ? null : Encoding.UTF8.GetByteCount(before),
                NewSize = after is null ? null : Encoding.UTF8.GetByteCount(after),
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
