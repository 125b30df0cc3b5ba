using System.Collections.Immutable;

namespace GitOps.Cake.Conformance.Cases;

/// <summary>A small helmfile project and the commands to run on it.</summary>
internal sealed record ConformanceCase
{
    /// <summary>As in <c>errors/base-missing</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The folder with the input, which stays as it is.</summary>
    public required string Folder { get; init; }

    public string About { get; init; } = "";

    public ImmutableHashSet<string> Needs { get; init; } = [];

    /// <summary>The majors of helm that the case is for; none: every one.</summary>
    public ImmutableArray<int> HelmMajors { get; init; } = [];

    public ImmutableArray<(string Name, string Value)> Environment { get; init; } = [];

    /// <summary>What <c>-f</c> names; empty: no <c>-f</c>.</summary>
    public string File { get; init; } = "helmfile.yaml";

    public required ImmutableArray<CaseStep> Steps { get; init; }

    public bool NeedsCluster => Needs.Contains("cluster");

    public bool NeedsRepository => Needs.Contains("repo");

    public bool CallsKubectl => Steps.Any(step => step.Kubectl.Length > 0);

    public bool IsFor(int helmMajor) => HelmMajors.IsEmpty || HelmMajors.Contains(helmMajor);
}
