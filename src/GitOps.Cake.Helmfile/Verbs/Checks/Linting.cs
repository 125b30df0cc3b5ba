using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Checks;

/// <summary><c>lint</c>: examines the chart of every selected release with its values.</summary>
internal sealed class Linting(EnginePorts ports, Walk walk)
{
    public async Task<CheckReport> RunAsync(HelmfileLintSettings settings, CancellationToken cancellationToken)
    {
        var work = new Work("lint", settings.Scope) { Needs = settings.Needs, Values = settings.Values, Args = settings.Args };
        using var helm = new HelmSlots(HelmBound.ForRendering(settings.Scope.Concurrency), cancellationToken);
        var charts = ChartPreparation.WithoutCluster(ports, helm, cancellationToken);
        var checking = new ReleaseChecking(ports);
        return new()
        {
            Releases = await new ReleaseWork(walk, work, HelmBound.ForRendering(settings.Scope.Concurrency)).EachAsync(
                async (helmfile, release) =>
                {
                    var chart = await charts.PrepareAsync(release, helmfile.Repositories).ConfigureAwait(false);
                    var invocation = await ReleaseInvocation.MakeAsync(release, chart.Path, ports.Folder, cancellationToken).ConfigureAwait(false);
                    ports.Log.Information($"Linting release={release.Id.Name}, chart={release.Chart}");
                    return await checking.RunAsync(release, helmfile.Secrets, () => ports.Checks.LintAsync(invocation, cancellationToken)).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false),
        };
    }
}
