using System.Net.Http.Headers;
using System.Text;
using k8s.Authentication;

namespace GitOps.Cake.Cluster;

/// <summary>What stands in the header <c>Authorization</c> of a request.</summary>
internal abstract class ClusterCredential
{
    public abstract ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellationToken);

    public static ClusterCredential None { get; } = new Constant(null);

    public static ClusterCredential Bearer(Secret token) => new Constant(new("Bearer", token.Reveal()));

    public static ClusterCredential Basic(string username, Secret? password) => new Constant(
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password?.Reveal()}"))));

    public static ClusterCredential File(string path, TimeProvider time) => new FromFile(path, time);

    public static ClusterCredential Provider(ITokenProvider provider) => new FromProvider(provider);

    private sealed class Constant(AuthenticationHeaderValue? header) : ClusterCredential
    {
        public override ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellationToken) => new(header);
    }

    private sealed class FromProvider(ITokenProvider provider) : ClusterCredential
    {
        public override async ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellationToken) =>
            await provider.GetAuthenticationHeaderAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The token of a service account lives for minutes, and the file gets a new one in time.</summary>
    private sealed class FromFile(string path, TimeProvider time) : ClusterCredential
    {
        private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

        private AuthenticationHeaderValue? _header;
        private DateTimeOffset _read;

        public override async ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellationToken)
        {
            if (_header is null || time.GetUtcNow() - _read > Fresh)
            {
                _header = new("Bearer", (await System.IO.File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)).Trim());
                _read = time.GetUtcNow();
            }

            return _header;
        }
    }
}
