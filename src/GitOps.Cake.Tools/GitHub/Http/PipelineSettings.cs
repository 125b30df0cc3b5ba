using GitOps.Cake.Tooling;

namespace GitOps.Cake.GitHub.Http;

/// <summary>How requests to GitHub are sent, waited for and repeated.</summary>
internal sealed record PipelineSettings
{
    /// <summary>The clock that waits are measured with.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes what sends a request in the end; the network by default.</summary>
    public Func<HttpMessageHandler> Transport { get; init; } = NetworkTransport.Create;

    /// <summary>How long one try may take. GitHub itself gives up after ten seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is tried that GitHub holds back.</summary>
    public int MostAttempts { get; init; } = 10;

    /// <summary>How often a request is tried that gets no proper answer.</summary>
    public int MostFaults { get; init; } = 6;

    /// <summary>How long one request may wait in all. The limit of requests is renewed once an hour, and no build should stand still that long.</summary>
    public TimeSpan MostWaiting { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>When a write that may have been done is looked for: lists lag behind writes by some seconds.</summary>
    public IReadOnlyList<TimeSpan> Looks { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(10)];

    /// <summary>A number from 0 to 1, so that runs which were held back together do not come back together.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <summary>Knows the secrets of the run.</summary>
    public Redactor Redactor { get; init; } = new();

    /// <summary>Hears what is waited for.</summary>
    public IRunLog? Log { get; init; }
}
