using System.Globalization;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>The changed resources of a release as people are shown them: what is noise alone is told in one line.</summary>
internal static class FoldedChanges
{
    private const int Most = 5;

    /// <summary>The resources that are told one by one.</summary>
    public static IEnumerable<ResourceChange> Told(PlannedRelease release) => release.Resources.Where(change => !LabelNoise.Covers(change));

    /// <summary>The fields that are told one by one.</summary>
    public static IEnumerable<FieldChange> Told(ResourceChange change) => change.Fields.Where(field => !LabelNoise.Covers(field));

    /// <summary>The noise that comes with other changes of a resource, by its names; empty where there is none.</summary>
    public static string Besides(ResourceChange change) =>
        change.Fields.Any(LabelNoise.Covers) ? $"besides: {Listed(change.Fields.Select(LabelNoise.NameOf).OfType<string>().Distinct(StringComparer.Ordinal))}" : "";

    /// <summary>The line for all resources that are not told one by one; null where there are none.</summary>
    public static string? Line(PlannedRelease release)
    {
        var folded = release.Resources.Where(LabelNoise.Covers).ToList();
        if (folded.Count == 0)
            return null;

        var fields = folded.SelectMany(change => change.Fields).ToLookup(field => LabelNoise.NameOf(field)!, StringComparer.Ordinal);
        var hasChecksums = fields.Any(group => IsChecksum(group.Key));
        var what = fields.All(group => IsChecksum(group.Key)) ? "checksums" : hasChecksums ? "labels and checksums" : "labels";
        var restarted = folded.Count(change => change.Fields.Any(LabelNoise.RestartsPods));
        var pods = restarted > 0 ? Invariant($"; pods of {restarted} start anew") : "";
        var resources = folded.Count == 1 ? "1 resource changes" : Invariant($"{folded.Count} resources change");
        var names = fields.OrderBy(group => IsChecksum(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal).Select(Transition);
        return $"{resources} in {what} alone ({Listed(names)}){pods}";
    }

    /// <summary>The values tell something only where they are the same everywhere, and a checksum's never do.</summary>
    private static string Transition(IGrouping<string, FieldChange> fields)
    {
        var words = IsChecksum(fields.Key) ? [] : fields.Select(field => FieldWords.Of(field with { Path = fields.Key })).Distinct(StringComparer.Ordinal).ToList();
        return words is [var one] && fields.First() is { Redacted: false, Old: not null, New: not null }
            ? $"{fields.Key} {one[(fields.Key.Length + 2)..]}"
            : fields.Key;
    }

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Count > Most ? [.. all.Take(Most), "…"] : all);
    }

    private static bool IsChecksum(string name) => name.StartsWith("checksum/", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
