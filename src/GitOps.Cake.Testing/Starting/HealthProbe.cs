using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using GitOps.Cake.Testing.Certificates;

namespace GitOps.Cake.Testing.Starting;

/// <summary>
/// Asks the parts of one control plane how they are. Only certificates of that control plane are believed, so a stranger who
/// listens on the port is never taken for one of them.
/// </summary>
internal sealed class HealthProbe : IDisposable
{
    private readonly X509Certificate2 _identity;
    private readonly X509Certificate2 _authority;
    private readonly HttpClient _client;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client disposes its handler.")]
    public HealthProbe(KeyPair identity, string authority)
    {
        _identity = identity.ToCertificate();
        _authority = X509Certificate2.CreateFromPem(authority);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificates = [_identity],
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { _authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        _client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(15) };
    }

    public async Task<bool> IsOkAsync(Uri address, CancellationToken cancellationToken) =>
        (await AskAsync(address, cancellationToken).ConfigureAwait(false)).Status == HttpStatusCode.OK;

    /// <summary>The answer, or no status where there is none (not listening, not yet speaking TLS, too slow).</summary>
    public async Task<(HttpStatusCode? Status, string Body)> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync(address, cancellationToken).ConfigureAwait(false);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (HttpRequestException)
        {
            return (null, "");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "");
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _identity.Dispose();
        _authority.Dispose();
    }
}
