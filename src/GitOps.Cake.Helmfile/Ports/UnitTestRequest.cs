using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>One <c>helm unittest</c>.</summary>
public sealed record UnitTestRequest
{
    /// <summary>The chart and its values.</summary>
    public required ChartInvocation Chart { get; init; }

    /// <summary>Patterns of test files, from the chart's folder.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Whether the first failing test ends the call.</summary>
    public bool FailFast { get; init; }

    /// <summary>Whether the plugin tells what it does.</summary>
    public bool DebugPlugin { get; init; }
}
