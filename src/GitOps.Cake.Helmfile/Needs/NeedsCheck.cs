using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Needs;

/// <summary>Finds mistakes among needs.</summary>
internal static class NeedsCheck
{
    /// <exception cref="StateFileException">A need names no release of the file.</exception>
    public static void Undefined(ImmutableArray<Release> releases)
    {
        var known = releases.Select(release => release.Id).ToHashSet();
        var problems = new StateProblems();
        foreach (var release in releases)
        {
            for (var index = 0; index < release.Needs.Length; index++)
            {
                if (!known.Contains(release.Needs[index]))
                    problems.Add(PositionOf(release, index), Undefined(release.Id, release.Needs[index], known));
            }
        }

        problems.ThrowIfAny();
    }

    /// <summary>The error of a circle; its arrows lead from a release to the one that needs it.</summary>
    /// <param name="releases">The releases of the file.</param>
    /// <param name="path">The way that led to the release again, the last step on top.</param>
    /// <param name="id">The release that was met twice.</param>
    public static StateFileException Circle(ImmutableArray<Release> releases, ImmutableStack<ReleaseId> path, ReleaseId id)
    {
        ImmutableArray<ReleaseId> circle = [id, .. path.TakeWhile(other => other != id), id];
        var first = releases.First(release => release.Id == id);
        var position = PositionOf(first, Math.Max(0, first.Needs.IndexOf(circle[^2])));
        return new(position, $"cycle detected among needs: {string.Join(" -> ", circle)} (each is needed by the next); take one of these needs away.");
    }

    /// <summary>A warning per need that is not wanted itself.</summary>
    public static IEnumerable<string> NotInstalled(ImmutableArray<Release> releases)
    {
        var unwanted = releases.Where(release => !release.Installed).Select(release => release.Id).ToHashSet();
        return releases.Where(release => release.Installed)
            .SelectMany(release => release.Needs.Where(unwanted.Contains).Select(need => new StateProblem(
                release.Position, $"release {release.Id} needs {need}, which has installed: false. Mark {need} as installed, or take it from the needs of {release.Id}.")))
            .Select(problem => problem.ToString());
    }

    private static string Undefined(ReleaseId dependent, ReleaseId need, HashSet<ReleaseId> known)
    {
        var others = known.Where(id => id.Name == need.Name).Select(id => id.ToString()).ToList();
        var near = Spelling.Nearest(need.ToString(), known.Select(id => id.ToString()));
        var advice = others.Count > 0 ? $"there is {string.Join(" and ", others)}: write [[context/]namespace/]name"
            : near is not null ? $"did you mean \"{near}\"?"
            : "is it misspelt, in another file, or not selected?";
        return $"release \"{dependent}\" depends on an undefined release \"{need}\"; {advice}";
    }

    private static SourcePosition PositionOf(Release release, int need) =>
        release.Definition?.Texts("needs") is { } texts && need < texts.Length ? texts[need].Position : release.Position;
}
