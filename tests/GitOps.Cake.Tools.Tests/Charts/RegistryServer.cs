using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GitOps.Cake.Tests.Charts;

/// <summary>As much of an OCI registry as a pull of a chart asks for.</summary>
internal sealed class RegistryServer : ChartServer
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);
    private readonly string _name;

    /// <param name="name">The path of the chart in the registry.</param>
    /// <param name="archives">The packed charts by version.</param>
    /// <param name="login">Who may pull.</param>
    public RegistryServer(string name, IReadOnlyDictionary<string, byte[]> archives, (string User, string Password)? login = null)
        : base(login)
    {
        _name = name;
        foreach (var (version, archive) in archives)
        {
            var config = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { name = name.Split('/')[^1], version, apiVersion = "v2" }));
            var manifest = JsonSerializer.SerializeToUtf8Bytes(new
            {
                schemaVersion = 2,
                mediaType = ManifestType,
                config = Descriptor("application/vnd.cncf.helm.config.v1+json", config),
                layers = new[] { Descriptor("application/vnd.cncf.helm.chart.content.v1.tar+gzip", archive) },
            });
            _tags[version] = Add(manifest);
        }
    }

    public string Host => $"localhost:{Port}";

    protected override void Answer(HttpListenerContext context)
    {
        var response = context.Response;
        var path = context.Request.Url!.AbsolutePath;
        if (path == "/v2/")
        {
            Send(response, "{}"u8.ToArray(), "application/json");
        }
        else if (path == $"/v2/{_name}/tags/list")
        {
            Send(response, JsonSerializer.SerializeToUtf8Bytes(new { name = _name, tags = _tags.Keys.ToArray() }), "application/json");
        }
        else if (path.StartsWith($"/v2/{_name}/", StringComparison.Ordinal) && Find(path.Split('/')[^1]) is var (digest, body))
        {
            var type = path.Contains("/manifests/", StringComparison.Ordinal) ? ManifestType : "application/octet-stream";
            response.AddHeader("Docker-Content-Digest", digest);
            if (context.Request.HttpMethod == "HEAD")
            {
                response.ContentType = type;
                response.ContentLength64 = body.Length;
            }
            else
            {
                Send(response, body, type);
            }
        }
        else
        {
            response.StatusCode = 404;
        }
    }

    private (string Digest, byte[] Body)? Find(string reference)
    {
        var digest = _tags.GetValueOrDefault(reference, reference);
        return _blobs.TryGetValue(digest, out var body) ? (digest, body) : null;
    }

    private object Descriptor(string mediaType, byte[] content) => new { mediaType, digest = Add(content), size = content.Length };

    private string Add(byte[] content)
    {
        var digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
        _blobs[digest] = content;
        return digest;
    }
}
