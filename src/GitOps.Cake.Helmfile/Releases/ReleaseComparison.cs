using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>How a release's difference is shown, by the state file.</summary>
internal sealed record ReleaseComparison
{
    /// <summary>Whether the content of a difference is hidden.</summary>
    public bool SuppressDiff { get; init; }

    /// <summary>Lines that are hidden from a difference.</summary>
    public ImmutableArray<string> SuppressOutputLineRegex { get; init; } = [];

    /// <summary>Words for <c>helm diff</c>.</summary>
    public ImmutableArray<string> DiffArguments { get; init; } = [];

    /// <summary>Whether it is rendered without a look at the cluster.</summary>
    public bool DisableValidation { get; init; }

    /// <summary>The same as long as it is not installed.</summary>
    public bool DisableValidationOnInstall { get; init; }

    /// <summary>Whether the whole state file names a version of Kubernetes.</summary>
    public bool StateKubeVersion { get; init; }

    /// <summary>Whether without validation the cluster's version stands in for one that the state file does not name.</summary>
    public bool DetectKubeVersion { get; init; } = true;
}
