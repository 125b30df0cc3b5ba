using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>One release of a list.</summary>
public sealed record ListedRelease
{
    /// <summary>The release's name.</summary>
    public required string Name { get; init; }

    /// <summary>The namespace; empty where the state file names none.</summary>
    public string Namespace { get; init => field = value ?? ""; } = "";

    /// <summary>Whether its condition holds.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether it is wanted; otherwise it is uninstalled where it is found.</summary>
    public bool Installed { get; init; }

    /// <summary>Its labels, with those that every release has: name, namespace and chart.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The chart as the state file names it.</summary>
    public string Chart { get; init => field = value ?? ""; } = "";

    /// <summary>The version of the chart as the state file names it; empty where it names none.</summary>
    public string Version { get; init => field = value ?? ""; } = "";
}
