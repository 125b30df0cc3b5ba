using System.Collections.Immutable;
using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Certificates;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Components;

[UnsupportedOSPlatform("windows")]
internal static class ControllerManagerPlan
{
    public static ComponentPlan Create(string program, BinaryVersion version, StateFolder folder, ClusterCertificates certificates)
    {
        return new(ComponentNames.ControllerManager, program, Arguments, "/healthz");

        ImmutableArray<string> Arguments(int port) =>
        [
            .. LoopbackServing.Arguments(port, version, certificates),
            $"--kubeconfig={folder.ControllerManagerKubeConfig}",
            "--leader-elect=false",
            $"--root-ca-file={certificates.CertificateFile(ClusterCertificates.Ca)}",
            $"--service-account-private-key-file={certificates.ServiceAccountKeyFile}",
            $"--cluster-signing-cert-file={certificates.CertificateFile(ClusterCertificates.Ca)}",
            $"--cluster-signing-key-file={certificates.KeyFile(ClusterCertificates.Ca)}",
            // One identity for all controllers: with one each, the first service account comes seconds later.
            "--use-service-account-credentials=false",
            // The default is a folder under /usr that the program would make.
            $"--flex-volume-plugin-dir={folder.VolumePlugins}",
        ];
    }
}
