using System.Collections.Immutable;
using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Certificates;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Components;

/// <summary>
/// etcd with one member. Client certificates are required even on loopback: everything of the cluster, its secrets too, is in
/// here, and loopback is open to every user of the machine.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class EtcdPlan
{
    // Only a name: a single member calls nobody, and the name may not change once the data exist.
    private const string PeerName = "https://127.0.0.1:2380";

    public static ComponentPlan Create(
        string program, BinaryVersion version, StateFolder folder, ClusterCertificates certificates, bool isTemporary)
    {
        return new(ComponentNames.Etcd, program, Arguments, "/health");

        ImmutableArray<string> Arguments(int port)
        {
            var url = ComponentPlan.Address(port, "").GetLeftPart(UriPartial.Authority);
            return
            [
                "--name=default",
                $"--data-dir={folder.EtcdData}",
                $"--listen-client-urls={url}",
                $"--advertise-client-urls={url}",
                $"--cert-file={certificates.CertificateFile(ClusterCertificates.Etcd)}",
                $"--key-file={certificates.KeyFile(ClusterCertificates.Etcd)}",
                $"--trusted-ca-file={certificates.CertificateFile(ClusterCertificates.EtcdCa)}",
                "--client-cert-auth",
                "--listen-peer-urls=https://127.0.0.1:0",
                $"--initial-advertise-peer-urls={PeerName}",
                $"--initial-cluster=default={PeerName}",
                $"--peer-cert-file={certificates.CertificateFile(ClusterCertificates.Etcd)}",
                $"--peer-key-file={certificates.KeyFile(ClusterCertificates.Etcd)}",
                $"--peer-trusted-ca-file={certificates.CertificateFile(ClusterCertificates.EtcdCa)}",
                "--peer-client-cert-auth",
                // Data that are thrown away need not reach the disk; the flag came with 3.5.
                .. isTemporary && version.IsAtLeast(3, 5) ? ["--unsafe-no-fsync"] : Array.Empty<string>(),
            ];
        }
    }
}
