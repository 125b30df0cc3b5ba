using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>One <c>helm test</c>.</summary>
public sealed record TestRequest
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>Whether the logs of test Pods are shown.</summary>
    public bool Logs { get; init; }

    /// <summary>How long each test may take; helm's five minutes by default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Words that are added to the call.</summary>
    public ImmutableArray<string> ExtraArguments { get; init; } = [];
}
