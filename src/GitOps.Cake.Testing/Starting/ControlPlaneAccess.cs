using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GitOps.Cake.Testing.Certificates;
using GitOps.Cake.Testing.State;
using k8s;

namespace GitOps.Cake.Testing.Starting;

/// <summary>How to reach a control plane.</summary>
internal sealed class ControlPlaneAccess : IDisposable
{
    private readonly string _authority;
    private readonly KeyPair _admin;
    private readonly HealthProbe _probe;

    [UnsupportedOSPlatform("windows")]
    public ControlPlaneAccess(StateFolder folder, string context, string version, Uri server)
    {
        var certificates = new ClusterCertificates(folder.Certificates);
        _authority = certificates.ReadCertificate(ClusterCertificates.Ca);
        _admin = certificates.Read(ClusterCertificates.Admin);
        _probe = new(_admin, _authority);
        (Folder, KubeConfigPath, Context, Version, Server) = (folder.Root, folder.KubeConfig, context, version, server);
        KubeConfig = KubeConfigText.Create(context, server, _authority, _admin);
    }

    public string Folder { get; }

    public string KubeConfigPath { get; }

    public string KubeConfig { get; }

    public string Context { get; }

    public string Version { get; }

    public Uri Server { get; }

    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        _probe.IsOkAsync(new(Server, "/readyz"), cancellationToken);

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client needs the certificate as long as it lives.")]
    public Kubernetes CreateClient() => new(new KubernetesClientConfiguration
    {
        Host = Server.ToString(),
        SslCaCerts = [X509Certificate2.CreateFromPem(_authority)],
        ClientCertificateData = Encode(_admin.Certificate),
        ClientCertificateKeyData = Encode(_admin.Key),
        // Unlike Go's clients, .NET's would ask HTTPS_PROXY for the way to loopback.
        FirstMessageHandlerSetup = handler => handler.UseProxy = false,
    });

    public void Dispose() => _probe.Dispose();

    private static string Encode(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));
}
