using System.Collections.Immutable;
using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Certificates;

namespace GitOps.Cake.Testing.Components;

/// <summary>kube-apiserver, 1.20 and later: the flags here are those that all of these versions know.</summary>
[UnsupportedOSPlatform("windows")]
internal static class ApiServerPlan
{
    public static ComponentPlan Create(
        string program, int etcdPort, ClusterCertificates certificates, LocalControlPlaneOptions options) =>
        new(ComponentNames.ApiServer, program, port => Arguments(port, etcdPort, certificates, options), "/readyz");

    private static ImmutableArray<string> Arguments(
        int port, int etcdPort, ClusterCertificates certificates, LocalControlPlaneOptions options) =>
    [
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        $"--secure-port={port}",
        $"--tls-cert-file={certificates.CertificateFile(ClusterCertificates.Server)}",
        $"--tls-private-key-file={certificates.KeyFile(ClusterCertificates.Server)}",
        $"--client-ca-file={certificates.CertificateFile(ClusterCertificates.Ca)}",
        $"--etcd-servers={ComponentPlan.Address(etcdPort, "").GetLeftPart(UriPartial.Authority)}",
        $"--etcd-cafile={certificates.CertificateFile(ClusterCertificates.EtcdCa)}",
        $"--etcd-certfile={certificates.CertificateFile(ClusterCertificates.Etcd)}",
        $"--etcd-keyfile={certificates.KeyFile(ClusterCertificates.Etcd)}",
        "--authorization-mode=Node,RBAC",
        "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        $"--service-account-key-file={certificates.ServiceAccountPublicKeyFile}",
        $"--service-account-signing-key-file={certificates.ServiceAccountKeyFile}",
        $"--kubelet-client-certificate={certificates.CertificateFile(ClusterCertificates.KubeletClient)}",
        $"--kubelet-client-key={certificates.KeyFile(ClusterCertificates.KubeletClient)}",
        $"--proxy-client-cert-file={certificates.CertificateFile(ClusterCertificates.FrontProxyClient)}",
        $"--proxy-client-key-file={certificates.KeyFile(ClusterCertificates.FrontProxyClient)}",
        $"--requestheader-client-ca-file={certificates.CertificateFile(ClusterCertificates.FrontProxyCa)}",
        "--requestheader-allowed-names=front-proxy-client",
        "--requestheader-username-headers=X-Remote-User",
        "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-",
        "--service-cluster-ip-range=10.96.0.0/16",
        "--allow-privileged=true",
        "--enable-admission-plugins=NodeRestriction",
        // A loopback address is refused as an endpoint of the Service kubernetes, each time with an error in the log.
        "--endpoint-reconciler-type=none",
        // Nobody makes the service account that the plugin would ask of every Pod.
        .. options.ControllerManager ? [] : new[] { "--disable-admission-plugins=ServiceAccount" },
        .. options.ApiServerArguments,
    ];
}
