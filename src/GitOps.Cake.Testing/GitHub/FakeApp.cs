using System.Collections.Immutable;
using System.Security.Cryptography;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>A GitHub App.</summary>
public sealed class FakeApp : IDisposable
{
    internal FakeApp(long id, string slug, ImmutableDictionary<string, string> permissions) => (Id, Slug, Permissions) = (id, slug, permissions);

    /// <summary>Its id.</summary>
    public long Id { get; }

    /// <summary>Its client id.</summary>
    public string ClientId => $"Iv23li{Id:D14}";

    /// <summary>Its name in addresses.</summary>
    public string Slug { get; }

    /// <summary>The login of what it makes.</summary>
    public string Login => $"{Slug}[bot]";

    /// <summary>What it may do where it is installed.</summary>
    public ImmutableDictionary<string, string> Permissions { get; }

    /// <summary>Its private key as GitHub hands it out (PKCS#1).</summary>
    public string PrivateKey => Key.ExportRSAPrivateKeyPem();

    /// <summary>Its private key in the other form (PKCS#8).</summary>
    public string PrivateKeyPkcs8 => Key.ExportPkcs8PrivateKeyPem();

    internal RSA Key { get; } = RSA.Create(2048);

    internal HashSet<string> Repositories { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();
}
