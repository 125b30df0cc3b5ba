using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>Finds the state files that a path, or no path, stands for.</summary>
internal static class StateFileSearch
{
    private const string Plain = "helmfile.yaml";
    private const string Template = "helmfile.yaml.gotmpl";
    private const string Folder = "helmfile.d";

    /// <summary>The state files of a folder whose user named none.</summary>
    /// <exception cref="StateFileException">There is none, or more than one could be meant.</exception>
    public static ImmutableArray<string> Default(string workspace, FileInputs inputs)
    {
        var plain = File.Exists(inputs.Add(Path.Combine(workspace, Plain)));
        var template = File.Exists(inputs.Add(Path.Combine(workspace, Template)));
        var folder = Directory.Exists(inputs.Add(Path.Combine(workspace, Folder)));
        return (plain, template, folder) switch
        {
            (true, true, _) => throw new StateFileException(null, $"Both {Plain} and {Template} exist in {workspace}; remove one of them, or name the one that is meant."),
            (true, _, true) or (_, true, true) => throw new StateFileException(
                null, $"Both {(plain ? Plain : Template)} and {Folder} exist in {workspace}; remove one of them, or name the one that is meant."),
            (true, _, _) => [Path.Combine(workspace, Plain)],
            (_, true, _) => [Path.Combine(workspace, Template)],
            (_, _, true) => OfFolder(Path.Combine(workspace, Folder)),
            _ => throw new StateFileException(
                null, $"No state file was found in {workspace}: it is called {Plain}, {Template} or {Folder}/*.yaml, or named (File, --file)."),
        };
    }

    /// <summary>The state files that a path names: itself, or those of the folder by name.</summary>
    /// <exception cref="StateFileException">There is no such file or folder.</exception>
    public static ImmutableArray<string> Named(string path, string shownAs, FileInputs inputs) =>
        File.Exists(inputs.Add(path)) ? [path]
        : Directory.Exists(path) ? OfFolder(path)
        : throw new StateFileException(null, $"The state file {shownAs} does not exist; check the path, which starts at the workspace.");

    private static ImmutableArray<string> OfFolder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(file => GoGlob.IsMatch("*.y*ml", Path.GetFileName(file)) || GoGlob.IsMatch("*.y*ml.gotmpl", Path.GetFileName(file)))
            .Order(StringComparer.Ordinal),
    ];
}
