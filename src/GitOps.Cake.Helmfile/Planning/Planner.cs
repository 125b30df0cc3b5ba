using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Applying;
using GitOps.Cake.Helmfile.Hooks;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning.Live;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Plans a scope: all its state files, every selected release in parallel, then what concerns several of them.</summary>
internal sealed class Planner(EnginePorts ports, Walk walk, Work work, PlanPurpose purpose)
{
    private readonly HelmfileScope _scope = work.Scope;

    /// <exception cref="NothingSelectedException">No file has a selected release.</exception>
    /// <exception cref="InvalidSettingsException">A release names no cluster where one has to be named.</exception>
    public async Task<PreparedPlan> PlanAsync(ChangeSteps? steps, CancellationToken cancellationToken)
    {
        var started = ports.Time.GetTimestamp();
        ConnectAhead(cancellationToken);
        var chosen = await walk.ChooseAsync(work, cancellationToken).ConfigureAwait(false);

        if (steps is not null)
            await steps.EnterAsync(chosen.SelectMany(helmfile => helmfile.Releases).Select(release => release.KubeContext), cancellationToken).ConfigureAwait(false);

        // What comes first is taken away last: a parent file before those that it names.
        if (purpose.UninstallsAll)
            chosen = [.. chosen.Reverse()];

        var view = new ClusterView(ports.Cluster, ports.Records, cancellationToken);
        var digest = new ManifestDigest(ports.PlanKey);
        using var helm = new HelmSlots(HelmBound.ForRendering(_scope.Concurrency), cancellationToken);
        var questions = new ServerQuestions(ports.Renderer, helm, cancellationToken);
        var planner = new ReleasePlanner(
            ports,
            view,
            new(ports.Charts, new(ports, questions, helm, cancellationToken), helm, cancellationToken),
            new(ports, questions, helm, cancellationToken),
            digest,
            purpose.Comparison);
        var open = new OpenHooks(ports.Log);
        try
        {
            var worked = chosen.Any(helmfile => helmfile.Hooks.Any)
                ? await InTurnAsync(planner, chosen, open, cancellationToken).ConfigureAwait(false)
                : await AtOnceAsync(planner, view, chosen, cancellationToken).ConfigureAwait(false);
            var prepared = await CheckAsync([.. worked.Select(helmfile => helmfile.Prepared)], view, digest, cancellationToken).ConfigureAwait(false);
            var plan = await DescribeAsync([.. worked.Select(helmfile => helmfile.Selected)], prepared, view).ConfigureAwait(false);
            return new(
                plan with
                {
                    SecretsBound = digest.BindsSecrets,
                    Origin = plan.Origin with { Duration = ports.Time.GetElapsedTime(started) },
                },
                prepared);
        }
        catch (GitOpsException exception)
        {
            await open.EndAsync(exception.Message, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The cluster that the scope itself names is almost certainly needed. One that only the files name is not known yet, and the
    /// kubeconfig's current one may be none of theirs. A failure is told by the question that needs the answer.
    /// </summary>
    private void ConnectAhead(CancellationToken cancellationToken)
    {
        if (_scope.KubeContext is not null || _scope.UseCurrentContext)
            _ = Task.Run(() => ports.Cluster.ConnectAsync(_scope.KubeContext, cancellationToken), cancellationToken);
    }

    /// <summary>Without hooks nothing depends on an order: everything is read, so that every mistake is told, then all is planned at once.</summary>
    private async Task<ImmutableArray<WorkedHelmfile>> AtOnceAsync(
        ReleasePlanner planner, ClusterView view, ImmutableArray<ChosenHelmfile> chosen, CancellationToken cancellationToken)
    {
        view.Ask(chosen.SelectMany(helmfile => helmfile.Releases));
        foreach (var helmfile in chosen)
            Walk.BeginReading(work, Wanted(helmfile), cancellationToken);
        var selected = await SeveralFailures.EachAsync(chosen, helmfile => ReadAsync(helmfile, cancellationToken)).ConfigureAwait(false);

        return [.. await Task.WhenAll(chosen.Zip(selected, (helmfile, read) => PlanAsync(planner, helmfile, read))).ConfigureAwait(false)];
    }

    /// <summary>Hooks may make charts and values, and may take them away again: file by file, as helmfile does.</summary>
    private async Task<ImmutableArray<WorkedHelmfile>> InTurnAsync(
        ReleasePlanner planner, ImmutableArray<ChosenHelmfile> chosen, OpenHooks open, CancellationToken cancellationToken)
    {
        var worked = ImmutableArray.CreateBuilder<WorkedHelmfile>(chosen.Length);
        foreach (var helmfile in chosen)
        {
            var releases = purpose.UninstallsAll ? helmfile.Releases.Reverse() : helmfile.Releases;
            await helmfile.Hooks.PrepareAsync(releases, _scope.Concurrency, cancellationToken).ConfigureAwait(false);
            open.Add(helmfile.Hooks);
            var read = await ReadAsync(helmfile, cancellationToken).ConfigureAwait(false);
            var planned = await PlanAsync(planner, helmfile, read).ConfigureAwait(false);
            worked.Add(planned);
            if (!purpose.Changes)
                await CleanUpAsync(planned.Prepared, open, cancellationToken).ConfigureAwait(false);
        }

        return worked.MoveToImmutable();
    }

    /// <summary>After a comparison that changes nothing.</summary>
    private static async Task CleanUpAsync(PreparedHelmfile helmfile, OpenHooks open, CancellationToken cancellationToken)
    {
        foreach (var release in helmfile.Releases.Where(release => release.Release.Installed))
            await helmfile.Hooks.CleanupAsync(release.Release, command: null, cancellationToken).ConfigureAwait(false);

        open.Remove(helmfile.Hooks);
        var error = helmfile.Releases.Select(release => release.Planned.Error).FirstOrDefault(error => error is not null);
        await helmfile.Hooks.EndAsync(error, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SelectedHelmfile> ReadAsync(ChosenHelmfile chosen, CancellationToken cancellationToken)
    {
        var read = await walk.ReadAsync(work, Wanted(chosen), cancellationToken).ConfigureAwait(false);
        return read with
        {
            Groups = [.. read.Groups.Select(group => group.Select(release => UpgradeOverrides.Apply(release, purpose.Upgrade)).ToImmutableArray())],
        };
    }

    private ChosenHelmfile Wanted(ChosenHelmfile chosen) =>
        purpose.UninstallsAll ? chosen with { Releases = [.. chosen.Releases.Select(release => release with { Installed = false })] } : chosen;

    private async Task<WorkedHelmfile> PlanAsync(ReleasePlanner planner, ChosenHelmfile chosen, SelectedHelmfile selected)
    {
        var planned = await Task.WhenAll(selected.Groups.Select(group => Task.WhenAll(
            group.Select(async release => Decided(await planner.PlanAsync(release, Shown(release.Id), selected).ConfigureAwait(false)))))).ConfigureAwait(false);
        return new(selected, new([.. planned.Select(group => group.ToImmutableArray())], chosen.Hooks, chosen.Source.Root));
    }

    /// <summary>A sync upgrades what does not differ, too; and what is to be upgraded has to be known to this helm.</summary>
    private PreparedRelease Decided(PreparedRelease release)
    {
        var planned = release.Planned;
        if (purpose.UpgradesAll && release.Release.Installed && planned.Action is (ReleaseAction.None or ReleaseAction.RecordOnly))
        {
            var reason = planned.Reason == ChangeReason.Unchanged ? ChangeReason.Synced : planned.Reason;
            release = release with { Planned = planned with { Action = ReleaseAction.Upgrade, Reason = reason } };
        }

        var isUpgrade = purpose.Changes && release.Planned is { IsChange: true, Action: not ReleaseAction.Uninstall };
        return HelmMajorCheck.Refusal(release.Release, ports.KnownHelmVersion, isUpgrade) is { } refusal ? release.Fail(refusal) : release;
    }

    /// <summary>A context that only the scope names is a machine's word for the cluster: it is no part of a plan.</summary>
    private ReleaseId Shown(ReleaseId release) =>
        release.KubeContext == _scope.KubeContext ? release with { KubeContext = null } : release;

    private async Task<ImmutableArray<PreparedHelmfile>> CheckAsync(
        ImmutableArray<PreparedHelmfile> planned, ClusterView view, ManifestDigest digest, CancellationToken cancellationToken)
    {
        var all = await new LiveChecks(ports, view, digest, cancellationToken)
            .CheckAsync([.. planned.SelectMany(helmfile => helmfile.Releases)]).ConfigureAwait(false);
        var results = new Queue<PreparedRelease>(ReleaseRenames.Tell(
            await new PlanChecks(ports.Cluster, view, cancellationToken).CheckAsync(RepeatedReleases.Compare(all, purpose.UpgradesAll)).ConfigureAwait(false)));
        return
        [
            .. planned.Select(helmfile => helmfile with
            {
                Groups = [.. helmfile.Groups.Select(group => group.Select(_ => results.Dequeue()).ToImmutableArray())],
            }),
        ];
    }

    /// <summary>The path of a machine is no part of a plan: a file outside the workspace goes by its name.</summary>
    private string Name(ImmutableArray<SelectedHelmfile> helmfiles)
    {
        var file = helmfiles.IsEmpty ? _scope.File ?? "helmfile.yaml" : helmfiles[0].File;
        return Path.IsPathRooted(file) ? Path.GetFileName(file) : file;
    }

    private async Task<Plan> DescribeAsync(
        ImmutableArray<SelectedHelmfile> helmfiles, ImmutableArray<PreparedHelmfile> prepared, ClusterView view)
    {
        var clusters = await view.AskedAsync().ConfigureAwait(false);
        var releases = prepared.SelectMany(helmfile => helmfile.Releases).ToImmutableArray();
        return new()
        {
            Scope = _scope.Name ?? $"{Name(helmfiles)}:{_scope.Environment ?? "default"}",
            Environment = _scope.Environment ?? "default",
            Clusters = [.. clusters.Select(cluster => new PlannedCluster(cluster.Key == _scope.KubeContext ? "" : cluster.Key, cluster.Value.Uid))],
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
                Helm = ports.KnownHelmVersion,
                Kubernetes = clusters.Values.FirstOrDefault()?.KubeVersion,
                KubeContext = _scope.KubeContext,
                File = helmfiles.IsEmpty ? null : helmfiles[0].File,
            },
        };
    }

    private sealed record WorkedHelmfile(SelectedHelmfile Selected, PreparedHelmfile Prepared);
}
