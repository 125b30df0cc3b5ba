using System.Collections.Immutable;
using Build.Tools;

namespace GitOps.Cake.EndToEnd.RestoringTools;

/// <summary>Makes two tools out of nothing.</summary>
internal sealed class ScriptRecipe : IToolRecipe
{
    public string Key => "scripts";

    public ImmutableArray<string> Tools => ["helm-3/helm", "kubectl"];

    public long SpaceNeeded { get; init; } = 1;

    public string OtherWays => "Put them on the PATH.";

    public string? Obstacle { get; init; }

    /// <summary>What happens in the work folder before the tools are there.</summary>
    public Func<string, CancellationToken, Task> Work { get; init; } = (_, _) => Task.CompletedTask;

    public int Times { get; private set; }

    public string? FindObstacle() => Obstacle;

    public async Task MakeAsync(string work, string destination, RestoreProgress progress, CancellationToken cancellationToken)
    {
        Times++;
        progress.Step("making scripts");
        await Work(work, cancellationToken);
        TemporaryFolder.WriteTool(destination, "helm-3/helm", "3.1.2");
        TemporaryFolder.WriteTool(destination, "kubectl", "1.30.4-rc.1");
    }
}
