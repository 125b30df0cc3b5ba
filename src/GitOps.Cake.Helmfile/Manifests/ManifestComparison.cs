using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Compares the deployed manifest with the wanted one as helm-diff does: resource by resource, by their texts.
/// The fields tell what the texts mean.
/// </summary>
internal sealed class ManifestComparison(KnownSecrets secrets, ComparisonRules? rules = null)
{
    private readonly ComparisonRules _rules = rules ?? ComparisonRules.Default;

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

        return new(Renames.Tell(changes.DrainToImmutable(), before.Values, after.Values), unchanged);
    }

    private ResourceChange? Compare(Resource? before, Resource? after) => (before, after) switch
    {
        (null, { } added) => Whole(added, ResourceChangeKind.Added),
        ({ IsKept: true }, null) => null,
        ({ } removed, null) => Whole(removed, ResourceChangeKind.Removed),
        ({ } old, { } current) when !Text(old).SequenceEqual(Text(current)) => Changed(old, current),
        _ => null,
    };

    private ResourceChange Whole(Resource resource, ResourceChangeKind kind)
    {
        var shown = new ShownResource(secrets, _rules);
        return new()
        {
            Resource = resource.Id,
            Change = kind,
            Diff = IsSuppressed(resource) ? null : kind == ResourceChangeKind.Added ? shown.Difference(null, resource) : shown.Difference(resource, null),
        };
    }

    private ResourceChange? Changed(Resource before, Resource after)
    {
        var (old, current) = Align(before, after);
        var isSecret = before.IsSecret || after.IsSecret;
        var fields = isSecret
            ? FieldComparison.Compare(SecretContent.Fold(old.Content), SecretContent.Fold(current.Content), secret: true)
            : FieldComparison.Compare(old.Content, current.Content, secret: false);
        if (fields.IsEmpty && (_rules.Normalize || !ReferenceEquals(old, before) || (isSecret && before.Comment.SequenceEqual(after.Comment))))
            return null;

        var shown = new ShownResource(secrets, _rules);
        var isSuppressed = IsSuppressed(after);
        return new()
        {
            Resource = after.Id,
            Change = fields.IsEmpty ? ResourceChangeKind.TextOnly : ResourceChangeKind.Changed,
            Fields = isSuppressed ? [] : shown.Fields(fields),
            Diff = isSuppressed ? null : shown.Difference(old, current),
        };
    }

    /// <summary>The two without the fields that do not count; themselves where all of them do.</summary>
    private (Resource Old, Resource Current) Align(Resource before, Resource after)
    {
        if (_rules.Ignored.For(after.Id) is not { } isIgnored)
            return (before, after);

        var content = new IgnoredFields(isIgnored).Align(before.Content, after.Content);
        return ManifestValues.AreEqual(content, before.Content)
            ? (before, after)
            : (before.With(content), after.With(after.Content));
    }

    private bool IsSuppressed(Resource resource) => _rules.SuppressedKinds.Contains(resource.Id.Kind);

    private ReadOnlySpan<char> Text(Resource resource) => _rules.StripTrailingCr && resource.Text.Span.Contains('\r')
        ? resource.Text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\r')
        : resource.Text.Span;
}
