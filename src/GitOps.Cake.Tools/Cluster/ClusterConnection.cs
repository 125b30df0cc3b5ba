using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using GitOps.Cake.Tooling;
using k8s.Authentication;

namespace GitOps.Cake.Cluster;

/// <summary>
/// A way to the API of one cluster. The few requests are made on a plain client: that of KubernetesClient takes twice as long for its
/// first answer and reads lists into typed objects.
/// </summary>
internal sealed class ClusterConnection : IDisposable
{
    private const int MostConnections = 8;

    private readonly HttpClient _http;
    private readonly ClusterCredential _credential;

    private ClusterConnection(
        ClusterTarget target, ClusterCredential credential, SslClientAuthenticationOptions security, TimeSpan timeout)
    {
        (Target, _credential) = (target, credential);
#pragma warning disable CA2000 // The client disposes its handler.
        _http = new(Handler(target, security)) { Timeout = timeout };
#pragma warning restore CA2000
        _http.DefaultRequestHeaders.UserAgent.Add(new("gitops-cake", null));
    }

    public ClusterTarget Target { get; }

    public static async Task<ClusterConnection> OpenAsync(
        ClusterTarget target, IToolRunner runner, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var user = target.User;
        var certificate = user.ClientCertificate ?? Read(target, user.ClientCertificateFile);
        var key = user.ClientKey?.Reveal() ?? Read(target, user.ClientKeyFile);
        var credential = Credential(target, runner, time);
        if (credential is ExecCredential exec && await exec.AskAsync(cancellationToken).ConfigureAwait(false) is { Certificate: { } handed } answer)
            (certificate, key) = (handed, answer.Key?.Reveal());

        return new(target, credential, ClusterCertificates.Options(target, certificate, key), timeout);
    }

    /// <summary>Sends a request and reads the answer, whatever its status.</summary>
    /// <exception cref="GitOpsException">The cluster cannot be reached or does not answer in time.</exception>
    public async Task<ApiAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, Address(request.Path));
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.Authorization = await _credential.HeaderAsync(cancellationToken).ConfigureAwait(false);
        message.Headers.Host = Target.Cluster.TlsServerName;
        Impersonate(message.Headers, Target.User);
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new(request.ContentType);
        }

        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return await ApiAnswer.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw ClusterErrors.Unreachable(Target, request, exception);
        }
        catch (HttpIOException exception)
        {
            throw ClusterErrors.Unreachable(Target, request, new(exception.Message, exception));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw ClusterErrors.TimedOut(Target, request, _http.Timeout, exception);
        }
    }

    /// <summary>Sends a request that has to succeed.</summary>
    /// <exception cref="GitOpsException">The cluster cannot be reached or refuses.</exception>
    public async Task<ApiAnswer> GetAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
            return answer;

        using (answer)
        {
            throw ClusterErrors.Refused(Target, request, answer);
        }
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Handler(ClusterTarget target, SslClientAuthenticationOptions security) => new()
    {
        AutomaticDecompression = DecompressionMethods.GZip,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxConnectionsPerServer = MostConnections,
        SslOptions = security,
        UseCookies = false,
        Proxy = target.Cluster.ProxyUrl is { Length: > 0 } proxy ? new WebProxy(proxy) : null,
    };

    /// <summary>A server may have a path of its own, as behind a gateway of many clusters.</summary>
    private Uri Address(string path) => new(Target.Server.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);

    private static ClusterCredential Credential(ClusterTarget target, IToolRunner runner, TimeProvider time) => target.User switch
    {
        { TokenFile: { } file } => ClusterCredential.File(file, time),
        { Token: { } token } => ClusterCredential.Bearer(token),
        { Username: { } name } user => ClusterCredential.Basic(name, user.Password),
        { Exec: { } exec } => new ExecCredential(exec, target, runner, time),
        { AuthProvider: "oidc" } user => ClusterCredential.Provider(Oidc(target, user)),
        { AuthProvider: { } provider } => throw new GitOpsException($"""
            The user of the context {target.Name} has the auth-provider {provider}, which kubectl and helm no longer know either.
            Use its credential plugin (gke-gcloud-auth-plugin, kubelogin) as exec in the kubeconfig.
            """),
        _ => ClusterCredential.None,
    };

    private static OidcTokenProvider Oidc(ClusterTarget target, KubeUser user)
    {
        string Needed(string key) => user.AuthProviderConfig.GetValueOrDefault(key) ?? throw new GitOpsException($"""
            The user of the context {target.Name} has the auth-provider oidc without {key}.
            Log in again with the program that wrote the kubeconfig.
            """);

        return new(
            Needed("client-id"),
            user.AuthProviderConfig.GetValueOrDefault("client-secret"),
            Needed("idp-issuer-url"),
            Needed("id-token"),
            user.AuthProviderConfig.GetValueOrDefault("refresh-token"));
    }

    private static void Impersonate(HttpRequestHeaders headers, KubeUser user)
    {
        if (user.Impersonate is not { } name)
            return;

        headers.TryAddWithoutValidation("Impersonate-User", name);
        headers.TryAddWithoutValidation("Impersonate-Group", user.ImpersonateGroups);
        if (user.ImpersonateUid is { } uid)
            headers.TryAddWithoutValidation("Impersonate-Uid", uid);

        foreach (var (key, value) in user.ImpersonateExtra)
            headers.TryAddWithoutValidation($"Impersonate-Extra-{Uri.EscapeDataString(key)}", value);
    }

    private static string? Read(ClusterTarget target, string? file) => file is null ? null : ClusterCertificates.Read(target, file);
}
