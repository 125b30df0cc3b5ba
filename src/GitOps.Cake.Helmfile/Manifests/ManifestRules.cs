namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Which documents of a manifest count when it is compared.</summary>
internal sealed record ManifestRules
{
    public static ManifestRules Default { get; } = new();

    /// <summary>Whether hooks of tests count.</summary>
    public bool IncludeTests { get; init; }

    /// <summary>Whether hooks are left out.</summary>
    public bool NoHooks { get; init; }
}
