using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Checks;

/// <summary><c>test</c>: runs the tests of deployed releases in the cluster.</summary>
internal sealed class Testing(EnginePorts ports, Walk walk)
{
    public async Task<CheckReport> RunAsync(HelmfileTestSettings settings, CancellationToken cancellationToken)
    {
        var work = new Work("test", settings.Scope) { Args = settings.Args, Reads = ReleaseInputs.Nothing, FollowsNeeds = false, MatchesDeclared = true, CleansUpReleases = false };
        var checking = new ReleaseChecking(ports);
        return new()
        {
            Releases = await new ReleaseWork(walk, work, HelmBound.ForChanges(settings.Scope.Concurrency)).EachAsync(
                (helmfile, release) =>
                {
                    ports.Log.Information($"Testing {release.Id.Name}");
                    return checking.RunAsync(release, helmfile.Secrets, () => ports.Checks.TestAsync(
                        new()
                        {
                            Release = release.Id with { KubeContext = release.KubeContext },
                            Logs = settings.Logs,
                            Timeout = settings.TestTimeout ?? release.Options.Timeout,
                            ExtraArguments = release.Rendering.ExtraArguments,
                        },
                        cancellationToken));
                },
                cancellationToken).ConfigureAwait(false),
        };
    }
}
