using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>
/// Resources of which only labels of their own change, such as the version of the chart: many of them hide what matters, so where there are
/// several they are told in one line. Labels of pods are no noise, for they restart them.
/// </summary>
internal static class LabelNoise
{
    private const string Labels = "metadata.labels";
    private const int Most = 20;

    /// <summary>Whether the resource changes in nothing but its labels.</summary>
    public static bool Is(ResourceChange change) => change.Change == ResourceChangeKind.Changed && !change.Fields.IsEmpty
        && change.Fields.All(field => field.Path.StartsWith($"{Labels}.helm.sh/chart", StringComparison.Ordinal)
            || field.Path.StartsWith($"{Labels}.app.kubernetes.io/version", StringComparison.Ordinal)
            || field.Path.StartsWith($"{Labels}.chart", StringComparison.Ordinal)
            || (field.Path.StartsWith(Labels, StringComparison.Ordinal) && (field.Path.Contains("helm.sh/chart", StringComparison.Ordinal)
                || field.Path.Contains("app.kubernetes.io/version", StringComparison.Ordinal))));

    /// <summary>The line for all of them; none where there are none.</summary>
    public static IEnumerable<string> Line(PlannedRelease release, ResourceNames names)
    {
        var noise = release.Resources.Where(Is).ToList();
        if (noise.Count == 0)
            yield break;

        var told = string.Join(", ", noise.Take(Most).Select(names.Of)) + (noise.Count > Most ? ", …" : "");
        yield return VisibleText.Escape($"! only labels with the version of the chart: {told}");
    }
}
