using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary><c>helm repo add</c>, which fetches the repository's index too; the password goes through the standard input.</summary>
internal static class HelmRepoAdd
{
    public static ToolCommand ToCommand(HelmProgram helm, ChartRepository repository) => ToCommand(helm, repository, new());

    public static ToolCommand ToCommand(HelmProgram helm, ChartRepository repository, RepositoryOptions options) => HelmCommand.WithoutCluster(helm,
    [
        "repo", "add", repository.Name, repository.Url,
        .. Args.Switch("--force-update", options.ForceUpdate),
        .. Args.Option("--cert-file", repository.CertFile),
        .. Args.Option("--key-file", repository.KeyFile),
        .. Args.Option("--ca-file", repository.CaFile),
        .. Args.Switch("--pass-credentials", repository.PassCredentials),
        .. Args.Switch("--insecure-skip-tls-verify", repository.SkipTlsVerify),
        .. Args.Option("--username", repository.Username),
        .. Args.Switch("--password-stdin", repository.Password is not null),
        .. Args.Words(options.ExtraArguments),
    ]) with
    {
        StandardInput = repository.Password is { } password ? new("", password) : null,
        Output = ToolOutputHandling.Discard,
        Purpose = $"read the repository {repository.Name}",
        Advice = $"Correct the address or the credentials of the repository {repository.Name} in the state file.",
    };
}
