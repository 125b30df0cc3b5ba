using GitOps.Cake.Json;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.Plans;

/// <summary>Tells how a plan differs from one that was approved: only what an approval binds counts.</summary>
public static class PlanDifference
{
    private const int MostFields = 20;

    /// <summary>One line per difference; none where the plans have one digest.</summary>
    /// <param name="approved">The plan that was approved.</param>
    /// <param name="plan">The plan as it is now.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEnumerable<string> Lines(Plan approved, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(approved);
        ArgumentNullException.ThrowIfNull(plan);
        return Differences(approved, plan).Select(VisibleText.Escape);
    }

    private static IEnumerable<string> Differences(Plan approved, Plan plan)
    {
        if (approved.Scope != plan.Scope)
            yield return $"the scope: {approved.Scope} was approved, this is {plan.Scope}";
        if (approved.Environment != plan.Environment)
            yield return $"the environment: {approved.Environment} was approved, this is {plan.Environment}";
        if (!Clusters(approved).SequenceEqual(Clusters(plan), StringComparer.Ordinal))
            yield return $"the cluster: {string.Join(", ", Clusters(approved))} was approved, this is {string.Join(", ", Clusters(plan))}";
        if (approved.SecretsBound != plan.SecretsBound)
            yield return $"values of Secrets: {Bound(approved)} in the approved plan, {Bound(plan)} in this one (GITOPS_PLAN_KEY)";

        var before = approved.Releases.ToLookup(release => release.Release);
        var after = plan.Releases.ToLookup(release => release.Release);
        foreach (var release in approved.Releases.Where(release => !after.Contains(release.Release)))
            yield return $"{release.Release}: was approved ({Words(release)}), and is no part of this plan";

        foreach (var release in plan.Releases)
        {
            if (before[release.Release].FirstOrDefault() is not { } known)
                yield return $"{release.Release}: {Words(release)}, and was no part of the approved plan";
            else
                foreach (var line in Differences(known, release))
                    yield return $"{release.Release}: {line}";
        }
    }

    private static IEnumerable<string> Differences(PlannedRelease approved, PlannedRelease release)
    {
        if (Words(approved) != Words(release))
            yield return $"{Words(approved)} was approved, now it is {Words(release)}";

        var told = false;
        if (approved.DeployedDigest != release.DeployedDigest)
        {
            told = true;
            yield return release.Revision == approved.Revision
                ? "what is in the cluster is not what it was"
                : $"what is deployed is not what it was: revision {Number(approved.Revision)} then, {Number(release.Revision)} now";
        }

        if (approved.DesiredDigest != release.DesiredDigest)
        {
            told = true;
            yield return approved.ChartVersion == release.ChartVersion
                ? "what is wanted is not what it was"
                : $"what is wanted is not what it was: chart version {approved.ChartVersion ?? "unknown"} then, {release.ChartVersion ?? "unknown"} now";
        }

        if (!told)
            yield break;

        var (before, after) = (Facts(approved).ToList(), Facts(release).ToList());
        foreach (var line in before.Except(after, StringComparer.Ordinal).Select(fact => $"- {fact}")
            .Concat(after.Except(before, StringComparer.Ordinal).Select(fact => $"+ {fact}")).Take(MostFields))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Facts(PlannedRelease release) => release.Resources.SelectMany(change => change.Fields.IsEmpty
        ? [$"{change.Resource}: {EnumText.Of(change.Change)}"]
        : change.Fields.Select(field => $"{change.Resource}: {FieldWords.Of(field)}"));

    private static IEnumerable<string> Clusters(Plan plan) =>
        plan.Clusters.Select(cluster => cluster.KubeContext.Length > 0 ? $"{cluster.KubeContext} {cluster.Uid}" : cluster.Uid).Order(StringComparer.Ordinal);

    private static string Words(PlannedRelease release) => $"{PlanWords.Action(release)}, {PlanWords.Reason(release)}";

    private static string Bound(Plan plan) => plan.SecretsBound ? "bound" : "not bound";

    private static string Number(int? revision) => revision?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none";
}
