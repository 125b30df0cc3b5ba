namespace GitOps.Cake.Helmfile.Cli.Outcomes;

/// <summary>The commands that change releases.</summary>
internal enum ChangeVerb
{
    /// <summary>Compares first, then changes what differs.</summary>
    Apply,

    /// <summary>Upgrades every release, changed or not.</summary>
    Sync,

    /// <summary>Uninstalls every release that is there.</summary>
    Destroy,
}
