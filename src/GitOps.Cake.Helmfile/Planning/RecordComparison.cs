using GitOps.Cake.Helmfile.Charts;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Records;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>
/// Finds what a release record would say differently although no object differs: the chart's version and the values.
/// Helmfile never tells of it, and an apply never writes it.
/// </summary>
internal static class RecordComparison
{
    /// <summary>What differs, in words; null where nothing does. Values themselves are never told.</summary>
    public static string? Compare(ReleaseContent deployed, Release wanted, ChartFacts chart, bool reusesValues = false)
    {
        var version = deployed.ChartVersion == chart.Version || chart.Version.Length == 0
            ? null
            : $"the chart's version ({deployed.ChartVersion} → {chart.Version})";
        var values = !reusesValues && GivenValues.Of(wanted) is { } given && !ManifestValues.AreEqual(given, new ManifestReader().Read(deployed.Values.AsMemory()))
            ? "values that no object shows"
            : null;
        return (version, values) switch
        {
            (null, null) => null,
            (null, _) or (_, null) => $"Only the release record differs: {version ?? values}.",
            _ => $"Only the release record differs: {version} and {values}.",
        };
    }
}
