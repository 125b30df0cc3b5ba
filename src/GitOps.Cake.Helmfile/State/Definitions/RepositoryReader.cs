using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Reads the declared repositories.</summary>
internal static class RepositoryReader
{
    /// <summary>The repositories as they stand in the file. Credentials that it leaves out come from <c>NAME_USERNAME</c> and <c>NAME_PASSWORD</c>.
    /// As with helmfile, half of a pair is as good as none: helm would ask for a password where nobody can answer.</summary>
    public static ImmutableArray<ChartRepository> Read(Section root, string folder, Func<string, string?> variable) =>
        [.. root.Sections("repositories").Select(repository => ReadOne(repository, folder, variable))];

    private static ChartRepository ReadOne(Section repository, string folder, Func<string, string?> variable)
    {
        var name = repository.Text("name") ?? "";
        var prefix = name.Replace('-', '_').ToUpperInvariant();
        var username = repository.NonEmpty("username") ?? NonEmpty(variable($"{prefix}_USERNAME"));
        var password = repository.NonEmpty("password") ?? NonEmpty(variable($"{prefix}_PASSWORD"));
        var hasLogin = username is not null && password is not null;
        var hasCertificate = repository.NonEmpty("certFile") is not null && repository.NonEmpty("keyFile") is not null;
        return new()
        {
            Name = name,
            Url = repository.Text("url") ?? "",
            Oci = repository.IsTrue("oci"),
            Username = hasLogin ? username : null,
            Password = hasLogin ? new Secret(password!) : null,
            CaFile = PathOf("caFile"),
            CertFile = hasCertificate ? PathOf("certFile") : null,
            KeyFile = hasCertificate ? PathOf("keyFile") : null,
            RegistryConfig = PathOf("registryConfig"),
            PassCredentials = repository.IsTrue("passCredentials"),
            SkipTlsVerify = repository.IsTrue("skipTLSVerify"),
            PlainHttp = repository.IsTrue("plainHttp"),
        };

        string? PathOf(string key) => repository.NonEmpty(key) is { } path ? Path.GetFullPath(path, folder) : null;
    }

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
