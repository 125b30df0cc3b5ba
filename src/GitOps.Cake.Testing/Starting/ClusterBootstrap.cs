using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using GitOps.Cake.Testing.Binaries;

namespace GitOps.Cake.Testing.Starting;

/// <summary>What a new cluster has to have before it can be used: being ready does not promise the first objects.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ClusterBootstrap(HealthProbe probe, Uri server, BinaryVersion version)
{
    private static readonly string[] FirstNamespaces = ["default", "kube-system"];

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (!await probe.IsOkAsync(new(server, "/readyz"), cancellationToken).ConfigureAwait(false))
            return false;
        foreach (var name in FirstNamespaces)
        {
            if (!await probe.IsOkAsync(new(server, $"/api/v1/namespaces/{name}"), cancellationToken).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    /// <summary>Whether Pods can be made in the namespace default. Before 1.24 that also takes the service account's token.</summary>
    public async Task<bool> HasServiceAccountAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(server, "/api/v1/namespaces/default/serviceaccounts/default");
        var (status, body) = await probe.AskAsync(address, cancellationToken).ConfigureAwait(false);
        if (status != HttpStatusCode.OK)
            return false;
        if (version.IsAtLeast(1, 24))
            return true;
        using var account = JsonDocument.Parse(body);
        return account.RootElement.TryGetProperty("secrets", out var secrets) && secrets.GetArrayLength() > 0;
    }
}
