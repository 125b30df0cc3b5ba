using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Cli.Programs;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>What the engine needs of the outside world.</summary>
internal sealed record CliWorld
{
    public required IToolRunner Runner { get; init; }

    public required CliToolbox Programs { get; init; }

    public required IRunLog Log { get; init; }

    /// <summary>The folder that helmfile runs in, and that paths start from.</summary>
    public required string Workspace { get; init; }

    public Secret? PlanKey { get; init; }

    /// <summary>The way to a cluster; null where tests stand in for it, so that nothing but the runner is asked.</summary>
    public Func<ClusterAccess, (IReleaseRecords Records, ICluster Cluster)>? Connect { get; init; }

    /// <summary>Makes a private folder.</summary>
    public required Func<string, string> CreateFolder { get; init; }

    /// <summary>Whether one line per release is told while helmfile works, in place of its whole log.</summary>
    public bool ProgressPerRelease { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
