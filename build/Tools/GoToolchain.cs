using System.Collections.Immutable;

namespace Build.Tools;

/// <summary>An unpacked Go, which builds in the way from before modules: all sources below one folder.</summary>
internal sealed class GoToolchain(string root, string workspace)
{
    private readonly ImmutableDictionary<string, string?> _environment = new Dictionary<string, string?>
    {
        ["GOROOT"] = root,
        ["GOPATH"] = workspace,
        ["GOCACHE"] = Path.Combine(workspace, "cache"),
        ["GO111MODULE"] = "off",
        ["GOENV"] = "off",
        ["GOFLAGS"] = null,
        ["GOOS"] = null,
        ["GOARCH"] = null,
        ["GOPROXY"] = "off",
        ["GOTOOLCHAIN"] = "local",
        ["CGO_ENABLED"] = "0",
    }.ToImmutableDictionary();

    public Task BuildAsync(string sources, string destination, IEnumerable<string> options, CancellationToken cancellationToken, params string[] packages) =>
        Command(Path.Combine(root, "bin", "go"), sources).RunAsync(["build", "-o", destination, .. options, .. packages], cancellationToken);

    /// <summary>Runs a program that reads Go sources.</summary>
    public Task RunAsync(string program, string sources, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        Command(program, sources).RunAsync(arguments, cancellationToken);

    private ToolCommand Command(string program, string folder) => new(program, folder)
    {
        Environment = _environment.SetItem("PATH", $"{root}/bin{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}"),
    };
}
