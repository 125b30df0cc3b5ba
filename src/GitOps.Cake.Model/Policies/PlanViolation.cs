using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Policies;

/// <summary>What a policy has against a plan.</summary>
/// <param name="Rule">The rule, in words.</param>
/// <param name="Release">The release; null where the plan as a whole is meant.</param>
/// <param name="Resource">The object; null where a release or the plan as a whole is meant.</param>
public sealed record PlanViolation(string Rule, ReleaseId? Release = null, ResourceId? Resource = null)
{
    /// <summary>Release, object and rule on one line.</summary>
    public override string ToString() => (Release, Resource) switch
    {
        (null, null) => Rule,
        ({ } release, null) => $"{release}: {Rule}",
        ({ } release, { } resource) => $"{release}: {resource}: {Rule}",
        (null, { } resource) => $"{resource}: {Rule}",
    };
}
