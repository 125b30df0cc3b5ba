namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>Why keys are not followed, where several share a reason.</summary>
internal static class Reasons
{
    /// <summary>What a person can do about anything that the native engine does not support.</summary>
    public const string CliEngine = "use the CLI engine (--engine=cli), which drives the real helmfile";

    public const string Tracking = "it only matters to helmfile's own tracking (trackMode: kubedog)";

}
