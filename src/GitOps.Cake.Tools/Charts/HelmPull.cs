using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary><c>helm pull</c>, unpacked into a folder.</summary>
internal static class HelmPull
{
    public static ToolCommand ToCommand(HelmProgram helm, ChartReference reference, string folder)
    {
        var repository = reference.Repository;
        var oci = repository is { Oci: true };
        return HelmCommand.WithoutCluster(helm,
        [
            "pull", Address(reference),
            "--untar", "--untardir", folder,
            .. oci ? Tls(repository!) : [],
            .. Args.Switch("--verify", reference.Verify),
            .. Args.Option("--keyring", reference.Keyring),
            .. Args.Switch("--plain-http", reference.PlainHttp || repository is { PlainHttp: true }),
            .. Args.Switch("--insecure-skip-tls-verify", reference.InsecureSkipTlsVerify || (oci && repository!.SkipTlsVerify)),
            .. Args.Option("--version", reference.Version),
            .. Args.Switch("--devel", reference.Devel),
        ]) with
        {
            Output = ToolOutputHandling.Discard,
            Purpose = $"pull the chart {Address(reference)}{(reference.Version is { } version ? $" {version}" : "")}",
            Advice = Advice(reference),
        };
    }

    /// <summary>As <c>helm pull</c> is told: <c>repository/chart</c> or <c>oci://registry/path/chart</c>.</summary>
    private static string Address(ChartReference reference) => reference.Repository switch
    {
        null => reference.Name,
        { Oci: true } registry => $"{HelmHome.RegistryAddress(registry)}/{reference.Name}",
        { } repository => $"{repository.Name}/{reference.Name}",
    };

    private static IEnumerable<Argument> Tls(ChartRepository registry) =>
    [
        .. Args.Option("--ca-file", registry.CaFile),
        .. Args.Option("--cert-file", registry.CertFile),
        .. Args.Option("--key-file", registry.KeyFile),
    ];

    private static string Advice(ChartReference reference) => reference.Repository switch
    {
        null when reference.Name.StartsWith("oci://", StringComparison.Ordinal) =>
            "Correct the chart or its version, or log in with `helm registry login`.",
        null => "Declare the chart's repository under repositories in the state file, or add it with `helm repo add`.",
        { } repository => $"Correct the chart or its version, or the address and credentials of the repository {repository.Name}.",
    };
}
