using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Finds the state files that another one names.</summary>
internal static class SubHelmfiles
{
    /// <exception cref="StateFileException">A path has no match, or names the file itself.</exception>
    public static IEnumerable<SubHelmfile> Expand(HelmfileState state, StateFiles files, ICollection<string> warnings)
    {
        var handler = state.Root.Text("missingFileHandler") ?? "Error";
        foreach (var entry in state.Root.Sections("helmfiles"))
        {
            var path = entry.Text("path")!;
            var position = entry.PositionOf("path");
            if (SourceAddress.IsRemote(path))
            {
                yield return Read(entry, path);
                continue;
            }

            var matches = GoGlob.Expand(files.Inputs.AddPattern(Path.GetFullPath(path, state.Folder)));
            if (matches.IsEmpty && handler == "Error")
                throw new StateFileException(position, $"no matches for path: {path} (in {state.Folder}); check it, or set missingFileHandler: Warn.");
            if (matches.IsEmpty)
                warnings.Add(new StateProblem(position, $"no matches for path: {path}").ToString());

            foreach (var match in matches)
            {
                if (match == state.Path || match == state.Folder)
                    throw new StateFileException(position, $"{files.Shown(state.Path)} contains a recursion: \"{path}\" names the file itself.");
                yield return Read(entry, match);
            }
        }
    }

    /// <summary>The entries as <c>build</c> shows them: each file that a pattern finds has one, and what is missing has none.</summary>
    public static ImmutableArray<Section> Written(HelmfileState state)
    {
        var written = ImmutableArray.CreateBuilder<Section>();
        foreach (var entry in state.Root.Sections("helmfiles"))
        {
            var path = entry.Text("path")!;
            if (SourceAddress.IsRemote(path))
                written.Add(entry);
            else
                written.AddRange(GoGlob.Expand(Path.GetFullPath(path, state.Folder)).Select(match => Named(entry, Path.IsPathRooted(path) ? match : Path.GetRelativePath(state.Folder, match))));
        }

        return written.ToImmutable();
    }

    private static Section Named(Section entry, string path)
    {
        var named = entry.Copy();
        named.Set("path", path, entry.PositionOf("path"));
        return named;
    }

    private static SubHelmfile Read(Section entry, string path) => new(path, entry.PositionOf("path"))
    {
        Selectors = entry.Find("selectors") is null ? null : [.. entry.Texts("selectors").Select(selector => selector.Value)],
        SelectorsInherited = entry.IsTrue("selectorsInherited"),
        Values = entry.Entries("values"),
        Inherits = [.. entry.Texts("inherits").Select(key => key.Value)],
    };
}
