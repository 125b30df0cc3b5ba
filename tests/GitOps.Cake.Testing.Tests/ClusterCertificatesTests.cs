using System.Security.Cryptography.X509Certificates;
using GitOps.Cake.Testing.Certificates;
using GitOps.Cake.Testing.Tests.Support;

namespace GitOps.Cake.Testing.Tests;

public sealed class ClusterCertificatesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly ClusterCertificates _certificates;

    public ClusterCertificatesTests()
    {
        _certificates = new(_folder["pki"]);
        _certificates.Ensure(Now);
    }

    [Theory]
    [InlineData(ClusterCertificates.Server, ClusterCertificates.Ca, "CN=kube-apiserver")]
    [InlineData(ClusterCertificates.Admin, ClusterCertificates.Ca, "O=system:masters, CN=admin")]
    [InlineData(ClusterCertificates.ControllerManager, ClusterCertificates.Ca, "O=system:masters, CN=system:kube-controller-manager")]
    [InlineData(ClusterCertificates.Scheduler, ClusterCertificates.Ca, "CN=system:kube-scheduler")]
    [InlineData(ClusterCertificates.KubeletClient, ClusterCertificates.Ca, "O=system:masters, CN=kube-apiserver-kubelet-client")]
    [InlineData(ClusterCertificates.FrontProxyClient, ClusterCertificates.FrontProxyCa, "CN=front-proxy-client")]
    [InlineData(ClusterCertificates.Etcd, ClusterCertificates.EtcdCa, "CN=etcd")]
    public void A_certificate_is_of_its_subject_and_signed_by_its_authority_only(string name, string authority, string subject)
    {
        using var certificate = _certificates.Read(name).ToCertificate();

        certificate.HasPrivateKey.ShouldBeTrue();
        certificate.Subject.Split(", ").ShouldBe(subject.Split(", "), ignoreOrder: true);
        string[] authorities = [ClusterCertificates.Ca, ClusterCertificates.FrontProxyCa, ClusterCertificates.EtcdCa];
        authorities.Where(other => IsSignedBy(certificate, other)).ShouldBe([authority]);
    }

    [Fact]
    public void They_stay_while_they_are_good()
    {
        var before = _certificates.ReadCertificate(ClusterCertificates.Ca);

        _certificates.Ensure(Now.AddYears(1));

        _certificates.ReadCertificate(ClusterCertificates.Ca).ShouldBe(before);
    }

    [Fact]
    public void They_are_renewed_before_they_end_but_tokens_stay_good()
    {
        var before = _certificates.ReadCertificate(ClusterCertificates.Ca);
        var key = File.ReadAllText(_certificates.ServiceAccountKeyFile);

        _certificates.Ensure(Now.AddDays(3650 - 29));

        _certificates.ReadCertificate(ClusterCertificates.Ca).ShouldNotBe(before);
        File.ReadAllText(_certificates.ServiceAccountKeyFile).ShouldBe(key);
    }

    [Fact]
    public void A_lost_file_is_made_again()
    {
        File.Delete(_certificates.KeyFile(ClusterCertificates.Scheduler));

        _certificates.Ensure(Now);

        using var certificate = _certificates.Read(ClusterCertificates.Scheduler).ToCertificate();
        IsSignedBy(certificate, ClusterCertificates.Ca).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private bool IsSignedBy(X509Certificate2 certificate, string authority)
    {
        using var root = X509Certificate2.CreateFromPem(_certificates.ReadCertificate(authority));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = Now.UtcDateTime;
        return chain.Build(certificate);
    }
}
