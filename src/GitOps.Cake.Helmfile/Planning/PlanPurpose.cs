using GitOps.Cake.Helmfile.Planning.Comparing;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>What a plan is made for.</summary>
/// <param name="Command">The command, as hooks hear it.</param>
internal sealed record PlanPurpose(string Command)
{
    public static PlanPurpose Diff { get; } = new("diff");

    public static PlanPurpose Apply { get; } = new("apply") { Changes = true, Announces = true };

    public static PlanPurpose Sync { get; } = new("sync") { Changes = true, UpgradesAll = true };

    public static PlanPurpose Destroy { get; } = new("destroy") { Changes = true, UninstallsAll = true };

    /// <summary>How releases are compared.</summary>
    public DiffChoices Comparison { get; init; } = new() { UsesDiffArguments = false };

    /// <summary>Whether the plan is carried out: its clusters have to be named, and the hooks that come last run after that.</summary>
    public bool Changes { get; private init; }

    /// <summary>Whether releases hear before anything changes that something will, and nothing at all where nothing does.</summary>
    public bool Announces { get; private init; }

    /// <summary>Whether every wanted release is upgraded, also where nothing differs.</summary>
    public bool UpgradesAll { get; private init; }

    /// <summary>Whether every release is uninstalled, wanted or not.</summary>
    public bool UninstallsAll { get; private init; }

    /// <summary>What the user chooses for upgrades and uninstalls.</summary>
    public UpgradeChoices Upgrade { get; init; } = new();
}
