using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Reads the declared repositories.</summary>
internal static class RepositoryReader
{
    /// <summary>The repositories as they stand in the file. Credentials that it leaves out come from <c>NAME_USERNAME</c> and <c>NAME_PASSWORD</c>.</summary>
    public static ImmutableArray<ChartRepository> Read(Section root, string folder, Func<string, string?> variable) =>
        [.. root.Sections("repositories").Select(repository => ReadOne(repository, folder, variable))];

    private static ChartRepository ReadOne(Section repository, string folder, Func<string, string?> variable)
    {
        var name = repository.Text("name") ?? "";
        var prefix = name.Replace('-', '_').ToUpperInvariant();
        var password = repository.NonEmpty("password") ?? NonEmpty(variable($"{prefix}_PASSWORD"));
        return new()
        {
            Name = name,
            Url = repository.Text("url") ?? "",
            Oci = repository.IsTrue("oci"),
            Username = repository.NonEmpty("username") ?? NonEmpty(variable($"{prefix}_USERNAME")),
            Password = password is null ? null : new Secret(password),
            CaFile = PathOf("caFile"),
            CertFile = PathOf("certFile"),
            KeyFile = PathOf("keyFile"),
            RegistryConfig = PathOf("registryConfig"),
            PassCredentials = repository.IsTrue("passCredentials"),
            SkipTlsVerify = repository.IsTrue("skipTLSVerify"),
            PlainHttp = repository.IsTrue("plainHttp"),
        };

        string? PathOf(string key) => repository.NonEmpty(key) is { } path ? Path.GetFullPath(path, folder) : null;
    }

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
