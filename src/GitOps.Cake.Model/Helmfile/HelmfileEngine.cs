namespace GitOps.Cake.Helmfile;

/// <summary>Who reads the helmfile. The choice is the build's, never what happens to be installed.</summary>
public enum HelmfileEngine
{
    /// <summary>This library itself; it needs helm and nothing else.</summary>
    Native,

    /// <summary>The real <c>helmfile</c>, 1.0 or later, with its plugins.</summary>
    Cli,
}
