using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State;

/// <summary>A state file with its bases and parts in one, before releases inherit and are rendered.</summary>
internal sealed class HelmfileState
{
    /// <summary>The file, absolute.</summary>
    public required string Path { get; init; }

    /// <summary>The file as messages show it.</summary>
    public required string File { get; init; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Everything that the file says.</summary>
    public required Section Root { get; init; }

    public required EnvironmentLayers Environment { get; init; }

    /// <summary>What release templates find in <c>.Values</c>.</summary>
    public required GoMap Values { get; init; }

    /// <summary>What the load that read it was given.</summary>
    public required LoadContext Context { get; init; }
}
