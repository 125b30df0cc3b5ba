using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Needs;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Plans a scope: all its state files, every selected release in parallel, then what concerns several of them.</summary>
internal sealed class Planner(EnginePorts ports, HelmfileScope scope, bool needsNamedCluster)
{
    /// <exception cref="NothingSelectedException">No file has a selected release.</exception>
    /// <exception cref="InvalidSettingsException">A release names no cluster where one has to be named.</exception>
    public async Task<PreparedPlan> PlanAsync(ImmutableArray<LoadedHelmfile> helmfiles, CancellationToken cancellationToken)
    {
        var started = ports.Time.GetTimestamp();
        var selected = await SelectAsync(helmfiles, cancellationToken).ConfigureAwait(false);
        var view = new ClusterView(ports.Cluster, ports.Records, cancellationToken);
        var digest = new ManifestDigest(ports.PlanKey);
        using var helm = new SemaphoreSlim(HelmBound.ForRendering(scope.Concurrency));
        var planner = new ReleasePlanner(
            ports,
            view,
            new(ports.Charts, cancellationToken),
            new(ports.Renderer, cancellationToken),
            digest,
            helm,
            cancellationToken);
        var planned = await Task.WhenAll(selected.Select(helmfile => PlanAsync(planner, helmfile))).ConfigureAwait(false);
        var prepared = await CheckAsync(planned, view, cancellationToken).ConfigureAwait(false);
        var plan = await DescribeAsync(selected, prepared, view).ConfigureAwait(false);
        return new(
            plan with
            {
                SecretsBound = digest.BindsSecrets,
                Origin = plan.Origin with { Duration = ports.Time.GetElapsedTime(started) },
            },
            prepared);
    }

    /// <summary>Chooses and reads the releases of all files before anything is rendered, so that every mistake is told at once.</summary>
    private async Task<ImmutableArray<SelectedHelmfile>> SelectAsync(
        ImmutableArray<LoadedHelmfile> helmfiles, CancellationToken cancellationToken)
    {
        var selected = ImmutableArray.CreateBuilder<SelectedHelmfile>(helmfiles.Length);
        foreach (var helmfile in helmfiles)
        {
            var chosen = ReleaseSelection.Select(helmfile);
            if (needsNamedCluster && chosen.FirstOrDefault(release => release.KubeContext is null) is { } unnamed)
                throw new InvalidSettingsException(UnnamedCluster(unnamed.Id));

            var groups = NeedsGraph.Build(helmfile.Releases).Groups(chosen);
            var prepared = await ReleasePreparation.PrepareAsync(helmfile, chosen, cancellationToken).ConfigureAwait(false);
            var read = prepared.Releases.ToDictionary(release => release.Id);
            selected.Add(new(
                helmfile.File,
                helmfile.Repositories,
                [.. groups.Select(group => group.Select(release => read[release.Id]).ToImmutableArray())],
                [.. helmfile.Warnings, .. prepared.Warnings],
                new(helmfile.Secrets)));
            foreach (var secret in helmfile.Secrets)
                ports.Conceal(secret);
        }

        return selected.Any(helmfile => !helmfile.Groups.IsEmpty)
            ? selected.DrainToImmutable()
            : throw new NothingSelectedException(helmfiles[0].File, scope.Selectors);
    }

    private static string UnnamedCluster(ReleaseId release) =>
        $"Nothing says which cluster {release} goes to, and what happens to be selected in a kubeconfig must not decide. "
        + "Name a context (KubeContext, --context), or take the current one on purpose (UseCurrentContext, --current-context).";

    private async Task<PreparedHelmfile> PlanAsync(ReleasePlanner planner, SelectedHelmfile helmfile)
    {
        var planned = await Task.WhenAll(helmfile.Groups.Select(group => Task.WhenAll(
            group.Select(release => planner.PlanAsync(release, Shown(release.Id), helmfile))))).ConfigureAwait(false);
        return new([.. planned.Select(group => group.ToImmutableArray())]);
    }

    /// <summary>A context that only the scope names is a machine's word for the cluster: it is no part of a plan.</summary>
    private ReleaseId Shown(ReleaseId release) =>
        release.KubeContext == scope.KubeContext ? release with { KubeContext = null } : release;

    private async Task<ImmutableArray<PreparedHelmfile>> CheckAsync(
        PreparedHelmfile[] planned, ClusterView view, CancellationToken cancellationToken)
    {
        var all = planned.SelectMany(helmfile => helmfile.Groups).SelectMany(group => group).ToImmutableArray();
        var results = new Queue<PreparedRelease>(
            await new PlanChecks(ports.Cluster, view, cancellationToken).CheckAsync(all).ConfigureAwait(false));
        return
        [
            .. planned.Select(helmfile => new PreparedHelmfile(
                [.. helmfile.Groups.Select(group => group.Select(_ => results.Dequeue()).ToImmutableArray())])),
        ];
    }

    /// <summary>The path of a machine is no part of a plan: a file outside the workspace goes by its name.</summary>
    private static string Name(string file) => Path.IsPathRooted(file) ? Path.GetFileName(file) : file;

    private async Task<Plan> DescribeAsync(
        ImmutableArray<SelectedHelmfile> helmfiles, ImmutableArray<PreparedHelmfile> prepared, ClusterView view)
    {
        var clusters = await view.AskedAsync().ConfigureAwait(false);
        var releases = prepared.SelectMany(helmfile => helmfile.Groups).SelectMany(group => group).ToImmutableArray();
        return new()
        {
            Scope = scope.Name ?? $"{Name(helmfiles[0].File)}:{scope.Environment ?? "default"}",
            Environment = scope.Environment ?? "default",
            Clusters = [.. clusters.Select(cluster => new PlannedCluster(cluster.Key == scope.KubeContext ? "" : cluster.Key, cluster.Value.Uid))],
            Releases = [.. releases.Select(release => release.Planned)],
            Warnings =
            [
                .. helmfiles.SelectMany(helmfile => helmfile.Warnings),
                .. releases.SelectMany(release => release.Wanted.Warnings.Select(warning => $"{release.Planned.Release}: {warning}")),
            ],
            Origin = new()
            {
                CreatedAt = ports.Time.GetUtcNow(),
                Engine = "native",
                Helm = ports.HelmVersion,
                Kubernetes = clusters.Values.FirstOrDefault()?.KubeVersion,
                KubeContext = scope.KubeContext,
                File = helmfiles[0].File,
            },
        };
    }
}
