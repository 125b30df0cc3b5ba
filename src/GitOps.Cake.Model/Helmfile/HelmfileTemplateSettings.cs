using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How the manifests of a helmfile are rendered.</summary>
public sealed record HelmfileTemplateSettings
{
    /// <summary>What is rendered.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Values on top of those of every chosen release.</summary>
    public ChartValues Values { get; init; } = new();

    /// <summary>What is done about releases that the chosen ones need.</summary>
    public NeedsSelection Needs { get; init; } = new();

    /// <summary>The folder that manifests are written to, relative to the workspace.</summary>
    /// <value>By default manifests are the result, and nothing is written.</value>
    public string? OutputDir { get; init; }

    /// <summary>A Go template of the folder of a release, with <c>.OutputDir</c>, <c>.State.BaseName</c>, <c>.State.AbsPathSHA1</c>, <c>.Release.Name</c> and more.</summary>
    /// <value>By default <c>{{ .OutputDir }}/{{ .State.BaseName }}-{{ .State.AbsPathSHA1 }}-{{ .Release.Name }}</c>.</value>
    public string? OutputDirTemplate { get; init; }

    /// <summary>Whether the rendered manifests are checked against the cluster's API.</summary>
    public bool Validate { get; init; }

    /// <summary>Whether the CRDs of charts are rendered, too.</summary>
    public bool IncludeCrds { get; init; }

    /// <summary>Whether test hooks are left out.</summary>
    public bool SkipTests { get; init; }

    /// <summary>Whether hooks are left out.</summary>
    public bool NoHooks { get; init; }

    /// <summary>Whether <c>values.schema.json</c> of charts is not checked.</summary>
    public bool SkipSchemaValidation { get; init; }

    /// <summary>The version of Kubernetes that charts see; it wins over the state file.</summary>
    public string? KubeVersion { get; init; }

    /// <summary>Templates of charts that alone are rendered, as in <c>templates/service.yaml</c>.</summary>
    public ImmutableArray<string> ShowOnly { get; init; } = [];

    /// <summary>A program (helm 3) or plugin (helm 4) that rewrites manifests; a release's own wins.</summary>
    public string? PostRenderer { get; init; }

    /// <summary>Arguments of the post-renderer.</summary>
    public ImmutableArray<string> PostRendererArgs { get; init; } = [];

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>Words that are added to every rendering, as in <c>--dry-run=server</c>; they take the place of the state file's <c>templateArgs</c>.</summary>
    public ImmutableArray<string> TemplateArgs { get; init; } = [];

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
