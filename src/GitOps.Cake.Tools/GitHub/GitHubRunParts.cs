using GitOps.Cake.GitHub.Http;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.GitHub;

/// <summary>What a run's way to GitHub is made of.</summary>
internal sealed record GitHubRunParts
{
    /// <summary>The folder that is built.</summary>
    public required string Workspace { get; init; }

    /// <summary>Runs git.</summary>
    public required IToolRunner Runner { get; init; }

    /// <summary>Hears what is reported, and why not.</summary>
    public required IRunLog Log { get; init; }

    /// <summary>Gives an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>How requests are sent.</summary>
    public PipelineSettings Pipeline { get; init; } = new();

    /// <summary>The end of the run by a signal.</summary>
    public Interruption? Interruption { get; init; }
}
