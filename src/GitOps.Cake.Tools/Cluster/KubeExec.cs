using System.Collections.Immutable;

namespace GitOps.Cake.Cluster;

/// <summary>A program that hands out credentials for a cluster.</summary>
internal sealed record KubeExec
{
    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Environment { get; init; } = [];

    public string ApiVersion { get; init; } = "";

    public string? InstallHint { get; init; }

    public bool ProvideClusterInfo { get; init; }

    /// <summary>Whether the program wants a terminal: <c>Always</c>, <c>IfAvailable</c> or <c>Never</c>.</summary>
    public string? InteractiveMode { get; init; }
}
