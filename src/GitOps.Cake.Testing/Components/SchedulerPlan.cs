using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Certificates;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Components;

[UnsupportedOSPlatform("windows")]
internal static class SchedulerPlan
{
    public static ComponentPlan Create(string program, BinaryVersion version, StateFolder folder, ClusterCertificates certificates) =>
        new(
            ComponentNames.Scheduler,
            program,
            port =>
            [
                .. LoopbackServing.Arguments(port, version, certificates),
                $"--kubeconfig={folder.SchedulerKubeConfig}",
                "--leader-elect=false",
            ],
            "/healthz");
}
