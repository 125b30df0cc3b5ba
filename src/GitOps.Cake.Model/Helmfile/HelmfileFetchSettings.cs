namespace GitOps.Cake.Helmfile;

/// <summary>How the charts of a helmfile are downloaded.</summary>
public sealed record HelmfileFetchSettings
{
    /// <summary>What is downloaded.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>The folder that charts are written to, relative to the workspace.</summary>
    /// <value>By default a folder that lives as long as the client.</value>
    public string? OutputDir { get; init; }

    /// <summary>A Go template of the folder of a chart, with <c>.OutputDir</c>, <c>.ChartName</c>, <c>.Release.Name</c> and more.</summary>
    /// <value>By default namespace, context, release, chart and version, each a folder in the other.</value>
    public string? OutputDirTemplate { get; init; }

    /// <summary>Whether a state file whose charts are the downloaded ones is part of the result; needs <see cref="OutputDir"/>.</summary>
    public bool WriteOutput { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
