namespace GitOps.Cake.Helmfile;

/// <summary>How the values of releases are written to files.</summary>
public sealed record HelmfileWriteValuesSettings
{
    /// <summary>What is written.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Values on top of those of every chosen release.</summary>
    public ChartValues Values { get; init; } = new();

    /// <summary>A Go template of the file of a release, with <c>.State.BaseName</c>, <c>.State.AbsPathSHA1</c>, <c>.Release.Name</c> and more; relative to the workspace.</summary>
    /// <value>By default <c>{{ .State.BaseName }}-{{ .State.AbsPathSHA1 }}/{{ .Release.Name }}.yaml</c>.</value>
    public string? OutputFileTemplate { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
