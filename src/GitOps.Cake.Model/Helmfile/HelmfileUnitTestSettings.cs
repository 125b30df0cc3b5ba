using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How the unit tests of charts are run with the plugin <c>helm unittest</c>.</summary>
public sealed record HelmfileUnitTestSettings
{
    /// <summary>What is tested.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Values on top of those of every chosen release.</summary>
    public ChartValues Values { get; init; } = new();

    /// <summary>What is done about releases that the chosen ones need.</summary>
    public NeedsSelection Needs { get; init; } = new();

    /// <summary>Whether the first failing test ends the run.</summary>
    public bool FailFast { get; init; }

    /// <summary>Whether the plugin tells what it does.</summary>
    public bool DebugPlugin { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
