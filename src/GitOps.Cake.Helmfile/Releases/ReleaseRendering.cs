using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>How a release's chart is rendered, by the state file.</summary>
internal sealed record ReleaseRendering
{
    public string? KubeVersion { get; init; }

    public ImmutableArray<string> ApiVersions { get; init; } = [];

    public bool Devel { get; init; }

    public bool EnableDns { get; init; }

    public bool SkipSchemaValidation { get; init; }

    public string? PostRenderer { get; init; }

    /// <summary>The folder in which the post-renderer runs.</summary>
    public string? PostRendererFolder { get; init; }

    public ImmutableArray<string> PostRendererArguments { get; init; } = [];

    public ImmutableArray<string> TemplateArguments { get; init; } = [];

    public ImmutableArray<string> ExtraArguments { get; init; } = [];
}
