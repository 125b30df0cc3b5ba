using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>Values that go to the charts of every chosen release, above all that the state file says. State values are something else: they go to the templates of the state file.</summary>
public sealed record ChartValues
{
    /// <summary>Values files, relative to the workspace; later ones win.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Single values by path, as in <c>image.tag=1.2</c>; they win over files.</summary>
    public ImmutableArray<string> Set { get; init; } = [];
}
