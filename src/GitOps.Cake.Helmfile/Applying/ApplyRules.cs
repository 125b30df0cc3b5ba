using GitOps.Cake.Helmfile.Planning;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>How a plan is carried out.</summary>
/// <param name="Purpose">What the plan was made for.</param>
/// <param name="OnFailure">What happens to the other releases after one failed.</param>
/// <param name="Concurrency">How many releases are changed at once.</param>
/// <param name="InTurn">Whether the files of a folder are applied one after another.</param>
internal sealed record ApplyRules(PlanPurpose Purpose, FailurePolicy OnFailure, int? Concurrency, bool InTurn = false)
{
    /// <summary>Whether cleanup hooks follow prepare hooks everywhere, and preapply hooks are for what changes alone.</summary>
    public bool PairsHooks { get; init; }


    public static ApplyRules For(HelmfileScope scope, PlanPurpose purpose, FailurePolicy onFailure) =>
        new(purpose, onFailure, scope.Concurrency, scope.SequentialHelmfiles);
}
