using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Needs;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>Adds or demands what chosen releases need, and puts all of them in order.</summary>
internal static class NeedsRules
{
    /// <summary>The releases of a file that are worked on, in groups of which each needs only earlier ones.</summary>
    /// <exception cref="StateFileException">Releases are doubled, need what is not there, or need each other in a circle; or a rule on needs is broken.</exception>
    public static ImmutableArray<ImmutableArray<Release>> Groups(LoadedHelmfile helmfile, NeedsSelection needs)
    {
        var chosen = ReleaseSelection.Select(helmfile);
        if (chosen.IsEmpty)
            return [];

        var all = Distinct(helmfile.Releases, chosen);
        var graph = NeedsGraph.Build(all);
        if (needs.Mode == NeedsMode.Require)
            Demand(chosen);

        var worked = needs.Mode is NeedsMode.Include or NeedsMode.IncludeTransitive ? WithNeeds(all, chosen, graph) : chosen;
        if (needs.EnforceInstalled)
            DemandInstalled(worked, all);

        return graph.Groups(worked);
    }

    // Of several releases with one id only the chosen one counts; selectors may leave one of them.
    private static ImmutableArray<Release> Distinct(ImmutableArray<Release> releases, ImmutableArray<Release> chosen)
    {
        var doubled = releases.GroupBy(release => release.Id).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet();
        return doubled.Count == 0 ? releases : [.. releases.Where(release => !doubled.Contains(release.Id) || chosen.Any(other => ReferenceEquals(other, release)))];
    }

    // helmfile's dag takes a need's own needs along, whichever of the two flags is given.
    private static ImmutableArray<Release> WithNeeds(ImmutableArray<Release> all, ImmutableArray<Release> chosen, NeedsGraph graph)
    {
        var ids = chosen.SelectMany(release => graph.NeedsOf(release.Id)).Concat(chosen.Select(release => release.Id)).ToHashSet();
        return [.. all.Where(release => ids.Contains(release.Id))];
    }

    private static void Demand(ImmutableArray<Release> chosen)
    {
        var ids = chosen.Select(release => release.Id).ToHashSet();
        var problems = new StateProblems();
        foreach (var (release, need) in chosen.SelectMany(release => release.Needs.Where(need => !ids.Contains(need)).Select(need => (release, need))))
        {
            problems.Add(
                release.Position,
                $"release \"{release.Id}\" depends on \"{need}\" which does not match the selectors. Select it as well (name={need.Name}), "
                + "take needs along (Needs.Mode = Include, --include-needs), or leave them alone (--skip-needs).");
        }

        problems.ThrowIfAny();
    }

    // As helmfile has it, a need counts only where its whole id is the name: without a namespace and a context.
    private static void DemandInstalled(ImmutableArray<Release> worked, ImmutableArray<Release> all)
    {
        var problems = new StateProblems();
        foreach (var release in worked.Where(release => release.Installed))
        {
            if (NotInstalled(release, all, []) is { } need)
            {
                problems.Add(
                    release.Position,
                    $"release \"{release.Id}\" has a transitive dependency \"{need.Id}\" marked as installed: false. Install it, take the need away, or do without --enforce-needs-are-installed.");
            }
        }

        problems.ThrowIfAny();
    }

    private static Release? NotInstalled(Release release, ImmutableArray<Release> all, HashSet<string> visited)
    {
        if (!visited.Add(release.Id.Name))
            return null;

        var needed = release.Needs.SelectMany(need => all.Where(other => other.Id.Name == need.ToString()));
        return needed.Select(need => need.Installed ? NotInstalled(need, all, visited) : need).FirstOrDefault(found => found is not null);
    }
}
