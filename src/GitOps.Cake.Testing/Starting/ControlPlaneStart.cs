using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Certificates;
using GitOps.Cake.Testing.Components;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Starting;

/// <summary>The start of one control plane, from certificates to the first service account.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ControlPlaneStart(
    StateFolder folder, bool isTemporary, LocalControlPlaneOptions options, ControlPlaneBinaries binaries, ComponentStarter starter)
{
    private readonly ClusterCertificates _certificates = new(folder.Certificates);

    /// <summary>Returns when the control plane is ready; on a failure the caller stops what was launched.</summary>
    public async Task<StartedControlPlane> RunAsync(CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.StartTimeout, TimeProvider.System, cancellationToken);
        try
        {
            return await StartAllAsync(deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException problem) when (deadline.IsOver)
        {
            // Between two parts; a part or a program that is waited for tells more.
            throw new LocalControlPlaneException(
                $"The {deadline.Patience.TotalSeconds:0.#} seconds of LocalControlPlaneOptions.StartTimeout were over before all parts were started: the machine is too busy for them.",
                problem);
        }
    }

    private async Task<StartedControlPlane> StartAllAsync(Deadline deadline)
    {
        folder.CreateParts();
        var etcdVersion = BinaryVersion.AskAsync(binaries.Etcd, deadline);
        var version = BinaryVersion.AskAsync(binaries.ApiServer, deadline);
        await Task.Run(() => _certificates.Ensure(TimeProvider.System.GetUtcNow()), deadline.Token).ConfigureAwait(false);

        RefuseOld(await version.ConfigureAwait(false));
        var etcd = await StartEtcdAsync(await etcdVersion.ConfigureAwait(false), deadline).ConfigureAwait(false);
        return await StartKubernetesAsync(await version.ConfigureAwait(false), etcd, deadline).ConfigureAwait(false);
    }

    private void RefuseOld(BinaryVersion version)
    {
        if (version.IsAtLeast(1, 20))
            return;
        throw new LocalControlPlaneException(
            $"{binaries.ApiServer} is {version.Text}; a local control plane needs Kubernetes 1.20 or later.", ComponentNames.ApiServer);
    }

    private async Task<RunningComponent> StartEtcdAsync(BinaryVersion version, Deadline deadline)
    {
        using var probe = new HealthProbe(
            _certificates.Read(ClusterCertificates.Etcd), _certificates.ReadCertificate(ClusterCertificates.EtcdCa));
        var plan = EtcdPlan.Create(binaries.Etcd, version, folder, _certificates, isTemporary);
        return await starter.StartAsync(plan, (port, token) => probe.IsOkAsync(ComponentPlan.Address(port, plan.HealthPath), token), deadline)
            .ConfigureAwait(false);
    }

    private async Task<StartedControlPlane> StartKubernetesAsync(BinaryVersion version, RunningComponent etcd, Deadline deadline)
    {
        using var probe = new HealthProbe(
            _certificates.Read(ClusterCertificates.Admin), _certificates.ReadCertificate(ClusterCertificates.Ca));
        var plan = ApiServerPlan.Create(binaries.ApiServer, etcd.Port, _certificates, options);
        var apiServer = await starter.StartAsync(plan, IsListeningAsync, deadline).ConfigureAwait(false);
        var server = ComponentPlan.Address(apiServer.Port);
        WriteKubeConfigs(server);

        var bootstrap = new ClusterBootstrap(probe, server, version);
        await Task.WhenAll(
            StartControllerManagerAsync(version, probe, bootstrap, deadline),
            StartSchedulerAsync(version, probe, apiServer, bootstrap, deadline)).ConfigureAwait(false);
        return new(version.Text, server, starter.Launched);

        async Task<bool> IsListeningAsync(int port, CancellationToken token) =>
            (await probe.AskAsync(ComponentPlan.Address(port, plan.HealthPath), token).ConfigureAwait(false)).Status is not null;
    }

    /// <summary>May start before kube-apiserver is ready: it waits by itself, and its rights do not hang on roles.</summary>
    private async Task StartControllerManagerAsync(
        BinaryVersion version, HealthProbe probe, ClusterBootstrap bootstrap, Deadline deadline)
    {
        if (binaries.ControllerManager is null)
            return;
        var plan = ControllerManagerPlan.Create(binaries.ControllerManager, version, folder, _certificates);
        var running = await starter.StartAsync(plan, IsUp(probe, plan), deadline).ConfigureAwait(false);
        await starter.WaitAsync(running, bootstrap.HasServiceAccountAsync, deadline).ConfigureAwait(false);
    }

    /// <summary>Needs the roles that are there when kube-apiserver is ready.</summary>
    private async Task StartSchedulerAsync(
        BinaryVersion version, HealthProbe probe, RunningComponent apiServer, ClusterBootstrap bootstrap, Deadline deadline)
    {
        await starter.WaitAsync(apiServer, bootstrap.IsReadyAsync, deadline).ConfigureAwait(false);
        if (binaries.Scheduler is null)
            return;
        var plan = SchedulerPlan.Create(binaries.Scheduler, version, folder, _certificates);
        await starter.StartAsync(plan, IsUp(probe, plan), deadline).ConfigureAwait(false);
    }

    private void WriteKubeConfigs(Uri server)
    {
        Write(folder.KubeConfig, ClusterCertificates.Admin);
        Write(folder.ControllerManagerKubeConfig, ClusterCertificates.ControllerManager);
        Write(folder.SchedulerKubeConfig, ClusterCertificates.Scheduler);

        void Write(string file, string identity) => PrivateFiles.Write(
            file,
            KubeConfigText.Create(
                options.Context, server, _certificates.ReadCertificate(ClusterCertificates.Ca), _certificates.Read(identity)));
    }

    private static Func<int, CancellationToken, Task<bool>> IsUp(HealthProbe probe, ComponentPlan plan) =>
        (port, token) => probe.IsOkAsync(ComponentPlan.Address(port, plan.HealthPath), token);
}
