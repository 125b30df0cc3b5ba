using GitOps.Cake.Helmfile.State.Schema;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>Finds choices of a user that the native engine does not follow.</summary>
internal static class RefusedChoices
{
    /// <exception cref="GitOpsException">There is one; nothing was done yet.</exception>
    public static void Check(UpgradeChoices choices)
    {
        if (choices.Track.Mode == TrackMode.Kubedog)
        {
            throw new GitOpsException($"Track.Mode = Kubedog (--track-mode=kubedog), helmfile's own tracking of rollouts, is not supported by the native engine: leave it out (helm watches), or {Reasons.CliEngine}.")
            {
                IsRefusal = true,
            };
        }
    }
}
