using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>Asks the cluster in which state a failed or interrupted change left its release.</summary>
internal sealed class LeftState(EnginePorts ports)
{
    // Asked after the run was cancelled, so it has a time of its own.
    private static readonly TimeSpan TimeToAsk = TimeSpan.FromSeconds(10);

    /// <param name="release">The release.</param>
    /// <param name="failure">What failed; null where the run was interrupted.</param>
    public async Task<ReleaseOutcome> OfAsync(PreparedRelease release, GitOpsException? failure)
    {
        using var time = new CancellationTokenSource(TimeToAsk, ports.Time);
        ReleaseRecord? left;
        try
        {
            var records = await ports.Records.ListAsync(release.Target.KubeContext, release.Release.Id.Namespace, time.Token).ConfigureAwait(false);
            left = records.FirstOrDefault(record => record.Name == release.Release.Id.Name);
        }
        catch (Exception exception) when (exception is GitOpsException or OperationCanceledException)
        {
            return Left(release, failure, null, $"In which state it was left could not be asked: {exception.Message}");
        }

        return Left(release, failure, left, FailureState.Describe(release, left));
    }

    private static ReleaseOutcome Left(PreparedRelease release, GitOpsException? failure, ReleaseRecord? left, string state) =>
        Outcomes.Of(release, failure is null ? ReleaseOutcomeKind.Interrupted : FailureState.Classify(release, left)) with
        {
            Reason = failure is null ? $"It was interrupted. {state}" : $"{failure.Message}\n{state}",
            Revision = left?.Revision,
        };
}
