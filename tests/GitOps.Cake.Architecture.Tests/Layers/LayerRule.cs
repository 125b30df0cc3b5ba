namespace GitOps.Cake.Architecture.Tests.Layers;

/// <summary>What a project may refer to. What is not named is forbidden.</summary>
internal sealed record LayerRule
{
    public string[] Projects { get; init; } = [];

    public string[] Packages { get; init; } = [];

    public string[] Frameworks { get; init; } = [];

    /// <summary>Whether it may refer to assemblies by path.</summary>
    public bool Assemblies { get; init; }
}
