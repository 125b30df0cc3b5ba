using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>Chooses among the releases of a file.</summary>
internal static class ReleaseSelection
{
    /// <summary>The releases that one of the file's selectors chooses and whose condition holds, as they stand in the file; none is an answer, too.</summary>
    /// <param name="helmfile">The file.</param>
    /// <exception cref="StateFileException">Two of them are one release.</exception>
    /// <exception cref="InvalidSettingsException">A selector is malformed.</exception>
    public static ImmutableArray<Release> Select(LoadedHelmfile helmfile)
    {
        var selected = Matching(helmfile.Releases, helmfile.Selectors).Where(release => release.Enabled).ToImmutableArray();
        CheckDuplicates(selected);
        return selected;
    }

    /// <summary>What commands that only read leave of a file: without a selector everything, else what <see cref="Select"/> leaves.</summary>
    /// <param name="helmfile">The file.</param>
    /// <exception cref="StateFileException">Two of them are one release.</exception>
    /// <exception cref="InvalidSettingsException">A selector is malformed.</exception>
    public static ImmutableArray<Release> Filter(LoadedHelmfile helmfile)
    {
        if (!helmfile.Selectors.IsEmpty)
            return Select(helmfile);

        CheckDuplicates(helmfile.Releases);
        return helmfile.Releases;
    }

    /// <summary>The releases that one of the selectors chooses, whatever their condition; all where there is no selector.</summary>
    /// <exception cref="InvalidSettingsException">A selector is malformed.</exception>
    public static ImmutableArray<Release> Matching(ImmutableArray<Release> releases, ImmutableArray<string> selectors)
    {
        var parsed = selectors.Select(LabelSelector.Parse).ToList();
        return parsed.Count == 0 ? releases : [.. releases.Where(release => parsed.Exists(selector => selector.Matches(release.Labels)))];
    }

    /// <exception cref="StateFileException">Two of the releases have one name, namespace and context.</exception>
    public static void CheckDuplicates(ImmutableArray<Release> releases)
    {
        var problems = new StateProblems();
        foreach (var group in releases.GroupBy(release => release.Id).Where(group => group.Skip(1).Any()))
        {
            var first = group.First();
            foreach (var duplicate in group.Skip(1))
            {
                problems.Add(
                    duplicate.Position,
                    $"duplicate release \"{duplicate.Id}\": the one at {first.Position} has the same name and namespace. Rename one, or select one of them by its labels.");
            }
        }

        problems.ThrowIfAny();
    }
}
