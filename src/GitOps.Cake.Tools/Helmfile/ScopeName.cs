namespace GitOps.Cake.Helmfile;

/// <summary>The name that keys everything that is reported of a scope; the same in every run and on every machine.</summary>
internal static class ScopeName
{
    private const string DefaultFile = "helmfile.yaml";
    private const string DefaultEnvironment = "default";

    public static string Of(HelmfileScope scope, string workspace) =>
        scope.Name ?? $"{File(scope.File, workspace)}:{scope.Environment ?? DefaultEnvironment}";

    private static string File(string? file, string workspace) =>
        file is null ? DefaultFile : Path.GetRelativePath(workspace, Path.GetFullPath(file, workspace)).Replace('\\', '/');
}
