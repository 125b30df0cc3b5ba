using GitOps.Cake.GitHub.Http;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Hosting;

/// <summary>What a run finds around it: its environment, the network, the signals of its process. A test puts its own in their place.</summary>
internal sealed record RunSurroundings
{
    /// <summary>Gives an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>How requests to GitHub are sent.</summary>
    public PipelineSettings GitHub { get; init; } = new();

    /// <summary>The end of the run by a signal.</summary>
    public Interruption Interruption { get; init; } = new();

    /// <summary>Runs programs in the place of the operating system; null for the real ones.</summary>
    public IToolRunner? Runner { get; init; }
}
