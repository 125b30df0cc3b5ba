namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one of the <c>repositories</c>.</summary>
internal static class RepositorySchema
{
    public static SectionSchema Instance { get; } = new(
        "a repository",
        Key.Text("name", "what charts name it by"),
        Key.Text("url", "its address, without scheme for a registry"),
        Key.Text("username", "the user; by default the variable NAME_USERNAME"),
        Key.Text("password", "the password; by default the variable NAME_PASSWORD"),
        Key.Text("caFile", "certificates to trust"),
        Key.Text("certFile", "a client certificate"),
        Key.Text("keyFile", "the client certificate's key"),
        Key.Text("registryConfig", "a file of registry logins"),
        Key.Text("managed", "a cloud's own way to log in").Refused($"give username and password, or {Reasons.CliEngine}"),
        Key.Flag("oci", "whether it is an OCI registry"),
        Key.Flag("verify", "whether the provenance of its charts is verified"),
        Key.Text("keyring", "the keyring for that"),
        Key.Flag("passCredentials", "whether credentials go to other hosts"),
        Key.Flag("skipTLSVerify", "whether its certificate is not checked"),
        Key.Flag("plainHttp", "whether it is talked to without TLS"));
}
