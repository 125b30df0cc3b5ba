using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary><c>helm registry login</c>; the password goes through the standard input.</summary>
internal static class HelmRegistryLogin
{
    public static ToolCommand ToCommand(HelmProgram helm, ChartRepository registry) => HelmCommand.WithoutCluster(helm,
    [
        "registry", "login", HelmHome.RegistryAddress(registry)["oci://".Length..].Split('/')[0],
        .. Args.Option("--cert-file", registry.CertFile),
        .. Args.Option("--key-file", registry.KeyFile),
        .. Args.Option("--ca-file", registry.CaFile),
        .. Args.Switch("--insecure", registry.SkipTlsVerify),
        .. Args.Switch("--plain-http", registry.PlainHttp && helm.IsHelm4),
        .. Args.Option("--registry-config", registry.RegistryConfig),
        .. Args.Option("--username", registry.Username),
        "--password-stdin",
    ]) with
    {
        StandardInput = new("", registry.Password!),
        Output = ToolOutputHandling.Discard,
        Purpose = $"log in to the registry {registry.Name}",
        Advice = $"Correct the address or the credentials of the registry {registry.Name} in the state file.",
    };
}
