using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>Which files wait for each other: after one that failed, the later ones of its lane are not reached.</summary>
/// <param name="inTurn">Whether the files that the user named wait for each other, too; those that one of them leads to always do.</param>
internal sealed class FileLanes(bool inTurn)
{
    private readonly HashSet<int> _closed = [];

    public bool IsOpen(LoadedHelmfile helmfile) => !_closed.Contains(Lane(helmfile));

    /// <summary>Hears how it went with a file.</summary>
    public void Pass(LoadedHelmfile helmfile, GitOpsException? failure)
    {
        if (failure is not null)
            _closed.Add(Lane(helmfile));
    }

    private int Lane(LoadedHelmfile helmfile) => inTurn ? 0 : helmfile.Root;
}
