using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Tests.Transcripts;

/// <summary>What tests look up in built state files, in the order of expected lists.</summary>
internal static class BuiltYaml
{
    public static IEnumerable<string> Releases(string yaml) => ManifestValues.ToJson(new ManifestReader().Read(yaml.AsMemory()))
        .GetProperty("releases").EnumerateArray()
        .Select(release => (Name: release.GetProperty("name").GetString()!, Namespace: release.GetProperty("namespace").GetString()!))
        .OrderBy(release => release.Namespace, StringComparer.Ordinal).ThenBy(release => release.Name, StringComparer.Ordinal)
        .Select(release => release.Name);
}
