using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Certificates;

/// <summary>The certificates of one control plane, as files in a folder that only its owner can read.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ClusterCertificates(string folder)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    private static readonly string[] Pairs =
        [Ca, Server, Admin, ControllerManager, Scheduler, KubeletClient, FrontProxyClient, Etcd];

    public const string Ca = "ca";
    public const string Server = "server";
    public const string Admin = "admin";
    public const string ControllerManager = "controller-manager";
    public const string Scheduler = "scheduler";
    public const string KubeletClient = "kubelet-client";
    public const string FrontProxyClient = "front-proxy-client";
    public const string Etcd = "etcd";
    public const string FrontProxyCa = "front-proxy-ca";
    public const string EtcdCa = "etcd-ca";

    public string CertificateFile(string name) => Path.Combine(folder, $"{name}.crt");

    public string KeyFile(string name) => Path.Combine(folder, $"{name}.key");

    public string ServiceAccountKeyFile => Path.Combine(folder, "service-account.key");

    public string ServiceAccountPublicKeyFile => Path.Combine(folder, "service-account.pub");

    public string ReadCertificate(string name) => File.ReadAllText(CertificateFile(name));

    public KeyPair Read(string name) => new(ReadCertificate(name), File.ReadAllText(KeyFile(name)));

    /// <summary>Makes what is missing. Certificates stay as long as they are good, so that a copied kubeconfig goes on working.</summary>
    public void Ensure(DateTimeOffset now)
    {
        PrivateFiles.CreateFolder(folder);
        if (!File.Exists(ServiceAccountKeyFile) || !File.Exists(ServiceAccountPublicKeyFile))
            WriteServiceAccountKey();
        if (!AreGood(now))
            WriteCertificates(now);
    }

    private bool AreGood(DateTimeOffset now)
    {
        string[] files = [.. Pairs.Select(CertificateFile), .. Pairs.Select(KeyFile), CertificateFile(FrontProxyCa), CertificateFile(EtcdCa)];
        if (!files.All(File.Exists))
            return false;
        using var authority = X509Certificate2.CreateFromPem(ReadCertificate(Ca));
        return authority.NotAfter.ToUniversalTime() - now.UtcDateTime > RenewBefore;
    }

    private void WriteCertificates(DateTimeOffset now)
    {
        var from = now - TimeSpan.FromHours(1);
        using var cluster = new CertificateAuthority("kubernetes-ca", from, now + Lifetime);
        Write(Server, cluster.IssueServer(
            "kube-apiserver",
            "127.0.0.1", "10.96.0.1", "localhost",
            "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local"));
        Write(Admin, cluster.IssueClient("admin", "system:masters"));
        // In the group of administrators the controllers need not wait for the roles that kube-apiserver makes at its first start.
        Write(ControllerManager, cluster.IssueClient("system:kube-controller-manager", "system:masters"));
        Write(Scheduler, cluster.IssueClient("system:kube-scheduler"));
        Write(KubeletClient, cluster.IssueClient("kube-apiserver-kubelet-client", "system:masters"));

        // A CA of its own each: who may use the API must not be able to pose as the aggregator or to reach etcd.
        using var frontProxy = new CertificateAuthority("front-proxy-ca", from, now + Lifetime);
        PrivateFiles.Write(CertificateFile(FrontProxyCa), frontProxy.Pair.Certificate);
        Write(FrontProxyClient, frontProxy.IssueClient("front-proxy-client"));

        using var etcd = new CertificateAuthority("etcd-ca", from, now + Lifetime);
        PrivateFiles.Write(CertificateFile(EtcdCa), etcd.Pair.Certificate);
        Write(Etcd, etcd.IssueServer("etcd", "127.0.0.1", "localhost"));

        Write(Ca, cluster.Pair);
    }

    private void WriteServiceAccountKey()
    {
        using var key = RSA.Create(2048);
        PrivateFiles.Write(ServiceAccountKeyFile, key.ExportRSAPrivateKeyPem());
        PrivateFiles.Write(ServiceAccountPublicKeyFile, key.ExportSubjectPublicKeyInfoPem());
    }

    private void Write(string name, KeyPair pair)
    {
        PrivateFiles.Write(KeyFile(name), pair.Key);
        PrivateFiles.Write(CertificateFile(name), pair.Certificate);
    }
}
