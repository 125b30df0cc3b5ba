using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile;

/// <summary>What stands between a plan and its apply: approvals and a policy. A file that cannot be read is told before anything is planned.</summary>
internal sealed class PlanGate
{
    private readonly HelmfileApplySettings _settings;
    private readonly Plan? _approved;

    private PlanGate(HelmfileApplySettings settings, Plan? approved) => (_settings, _approved) = (settings, approved);

    /// <exception cref="GitOpsException">The file of the approved plan is not there, or is none.</exception>
    public static async Task<PlanGate> OpenAsync(HelmfileApplySettings settings, string workspace, CancellationToken cancellationToken)
    {
        if (settings.ApprovedPlan is not { } file)
            return new(settings, null);

        var path = Path.GetFullPath(file, workspace);
        if (!File.Exists(path))
            throw new GitOpsException($"The approved plan {file} does not exist in {workspace}. Fetch it from the job that made it, or correct the path.");

        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
        {
            return new(settings, await PlanJson.ReadAsync(stream, file, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <exception cref="GitOpsException">The plan is not the approved one, or breaks the policy.</exception>
    public void Check(Plan plan)
    {
        if (_approved is not null)
            ApprovalCheck.Check(plan, _approved);
        if (_settings.AcceptDigest is { } digest)
            ApprovalCheck.Check(plan, digest);

        _settings.Policy.Enforce(plan);
    }
}
