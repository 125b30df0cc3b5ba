using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Hooks;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>The planned releases of one state file.</summary>
/// <param name="Groups">The releases in groups: a release's needs stand in earlier groups.</param>
/// <param name="Hooks">The file's hooks.</param>
/// <param name="Root">Which of the files that the user named led to this one: files of different roots do not wait for each other.</param>
internal sealed record PreparedHelmfile(ImmutableArray<ImmutableArray<PreparedRelease>> Groups, FileHooks Hooks, int Root = 0)
{
    public IEnumerable<PreparedRelease> Releases => Groups.SelectMany(group => group);

    /// <summary>Whether an apply changes some release of it.</summary>
    public bool HasChanges => Releases.Any(release => release.Planned.IsChange);
}
