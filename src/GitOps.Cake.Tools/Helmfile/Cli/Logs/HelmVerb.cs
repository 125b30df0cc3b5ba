namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>What helm's first line about a release says.</summary>
internal enum HelmVerb
{
    /// <summary>Nothing: helm was asked for the release, or is too old to say.</summary>
    None,

    /// <summary>That it installs the release. A failed install says so, too.</summary>
    Installing,

    /// <summary>That it upgraded the release.</summary>
    Upgraded,
}
