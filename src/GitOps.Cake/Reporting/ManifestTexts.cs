using GitOps.Cake.Results;

namespace GitOps.Cake.Reporting;

/// <summary>YAML of whole files and releases, as helmfile prints it.</summary>
internal static class ManifestTexts
{
    public static string Yaml(BuiltStates states) =>
        string.Concat(states.States.Select(state => $"---\n#  Source: {state.File}\n\n{state.Yaml}"));

    public static string Yaml(RenderedReleases releases) => string.Join('\n', releases.Releases.Select(Yaml));

    private static string Yaml(RenderedRelease release) =>
        release.Folder is { } folder ? $"# {release.Release} was written to {folder}" : release.Manifests;
}
