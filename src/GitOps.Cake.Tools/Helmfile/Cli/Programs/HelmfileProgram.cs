using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Programs;

/// <summary>A helmfile program of a known version.</summary>
internal sealed record HelmfileProgram(string Path, ToolVersion Version)
{
    /// <summary>The oldest helmfile that has the commands and texts that are known here.</summary>
    public static ToolVersion Minimum { get; } = new(1, 0, 0);

    /// <exception cref="ToolNotFoundException">There is none, or it is too old.</exception>
    public static async Task<HelmfileProgram> FindAsync(ToolFinder finder, IToolRunner runner, string? setting, CancellationToken cancellationToken)
    {
        var path = finder.Find(ToolSource.Helmfile, setting);
        var output = await runner.RunAsync(
            new(path, "--version")
            {
                Purpose = "tell its version",
                Advice = finder.Ways(ToolSource.Helmfile),
                Environment = CliEnvironment.Variables,
                Timeout = TimeSpan.FromSeconds(30),
            },
            cancellationToken).ConfigureAwait(false);
        return ToolVersion.Find(output.StandardOutput) switch
        {
            null => throw new ToolNotFoundException("helmfile", $"""
                {path} is not helmfile: asked for its version it said "{output.StandardOutput.Trim()}".
                {finder.Ways(ToolSource.Helmfile)}
                """),
            { } version when version < Minimum => throw new ToolNotFoundException("helmfile", $"""
                {path} is helmfile {version}; {Minimum} is the oldest that can be used.
                {finder.Ways(ToolSource.Helmfile)}
                """),
            { } version => new(path, version),
        };
    }
}
