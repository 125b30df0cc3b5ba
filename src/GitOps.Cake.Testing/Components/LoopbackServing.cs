using System.Collections.Immutable;
using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Certificates;

namespace GitOps.Cake.Testing.Components;

/// <summary>The flags with which controller manager and scheduler serve their health on loopback, and nothing else anywhere.</summary>
[UnsupportedOSPlatform("windows")]
internal static class LoopbackServing
{
    public static ImmutableArray<string> Arguments(int port, BinaryVersion version, ClusterCertificates certificates) =>
    [
        "--bind-address=127.0.0.1",
        $"--secure-port={port}",
        $"--tls-cert-file={certificates.CertificateFile(ClusterCertificates.Server)}",
        $"--tls-private-key-file={certificates.KeyFile(ClusterCertificates.Server)}",
        // Turns off a second, open port on all addresses; the flag went with 1.24, together with the port.
        .. version.IsAtLeast(1, 24) ? [] : new[] { "--port=0" },
    ];
}
