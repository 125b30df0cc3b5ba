using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>Changes one release as planned, and finds out in which state a failure left it.</summary>
internal sealed class ReleaseChanger(EnginePorts ports)
{
    // Asked after the run was cancelled, so it has a time of its own.
    private static readonly TimeSpan TimeToAsk = TimeSpan.FromSeconds(10);

    public async Task<ReleaseOutcome> ChangeAsync(PreparedRelease release, CancellationToken cancellationToken)
    {
        var started = ports.Time.GetTimestamp();
        ports.Log.Information($"{Verb(release)} {release.Planned.Release} …");
        try
        {
            await (release.Planned.Action == ReleaseAction.Uninstall
                ? ports.Actions.UninstallAsync(Uninstall(release), cancellationToken)
                : ports.Actions.UpgradeAsync(Upgrade(release), cancellationToken)).ConfigureAwait(false);
            return Outcomes.Done(release, ports.Time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await LeftAsync(release, null, started).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            return await LeftAsync(release, exception, started).ConfigureAwait(false);
        }
    }

    private static string Verb(PreparedRelease release) => release.Planned.Action switch
    {
        ReleaseAction.Uninstall => "Uninstalling",
        ReleaseAction.Install => "Installing",
        _ => "Upgrading",
    };

    private static UpgradeRequest Upgrade(PreparedRelease release) => new()
    {
        Chart = release.Invocation ?? throw new InvalidOperationException($"Release {release.Release.Id} was not rendered."),
        Options = release.Release.Options,
    };

    private static UninstallRequest Uninstall(PreparedRelease release) => new()
    {
        Release = release.Target,
        Wait = release.Release.Uninstall.Wait,
        Timeout = release.Release.Uninstall.Timeout,
        Cascade = release.Release.Uninstall.Cascade,
        ExtraArguments = release.Release.Rendering.ExtraArguments,
    };

    private async Task<ReleaseOutcome> LeftAsync(PreparedRelease release, GitOpsException? failure, long started)
    {
        var duration = ports.Time.GetElapsedTime(started);
        using var time = new CancellationTokenSource(TimeToAsk, ports.Time);
        ReleaseRecord? left;
        try
        {
            var records = await ports.Records.ListAsync(release.Target.KubeContext, release.Release.Id.Namespace, time.Token).ConfigureAwait(false);
            left = records.FirstOrDefault(record => record.Name == release.Release.Id.Name);
        }
        catch (Exception exception) when (exception is GitOpsException or OperationCanceledException)
        {
            return Left(release, failure, null, $"In which state it was left could not be asked: {exception.Message}", duration);
        }

        return Left(release, failure, left, FailureState.Describe(release, left), duration);
    }

    private static ReleaseOutcome Left(PreparedRelease release, GitOpsException? failure, ReleaseRecord? left, string state, TimeSpan duration) =>
        Outcomes.Of(release, failure is null ? ReleaseOutcomeKind.Interrupted : FailureState.Classify(release, left)) with
        {
            Reason = failure is null ? $"It was interrupted. {state}" : $"{failure.Message}\n{state}",
            Revision = left?.Revision,
            Duration = duration,
        };
}
