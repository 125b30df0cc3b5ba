using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Environments;

/// <summary>How environments of bases and of the file that names them come together.</summary>
internal static class EnvironmentMerge
{
    public const string Fallback = "fallback";

    /// <summary>Unites environments; the later layer's values win whichever way its merge strategy goes.</summary>
    public static void Override(Section target, Section later)
    {
        var environments = target.Named("environments").ToBuilder();
        foreach (var (name, environment) in later.Named("environments"))
            environments[name] = environments.TryGetValue(name, out var earlier) ? Merged(earlier, environment) : environment;

        if (environments.Count > 0)
            target.Set("environments", environments.ToImmutable(), later.PositionOf("environments"));
    }

    private static Section Merged(Section earlier, Section later)
    {
        var merged = earlier.Copy();
        SectionMerge.Override(merged, later, appendLists: true);
        if (merged.Text("mergeStrategy") == Fallback && later.Entries("values") is { IsEmpty: false } values)
            merged.Set("values", values.AddRange(earlier.Entries("values")), later.PositionOf("values"));
        return merged;
    }
}
