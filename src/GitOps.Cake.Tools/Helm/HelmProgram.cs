using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>A helm program of a known version.</summary>
internal sealed record HelmProgram(string Path, HelmVersion Version)
{
    public bool IsHelm4 => Version.IsHelm4;

    /// <summary>Finds helm and asks it for its version; done once per run.</summary>
    /// <exception cref="ToolNotFoundException">There is none, or it is too old.</exception>
    public static async Task<HelmProgram> FindAsync(
        ToolFinder finder, IToolRunner runner, string? setting, CancellationToken cancellationToken)
    {
        var path = finder.Find(ToolSource.Helm, setting);
        var output = await runner.RunAsync(
            new(path, "version", "--short")
            {
                Purpose = "tell its version",
                Advice = finder.Ways(ToolSource.Helm),
                Timeout = TimeSpan.FromSeconds(30),
            },
            cancellationToken).ConfigureAwait(false);
        return HelmVersion.Parse(output.StandardOutput) switch
        {
            null => throw new ToolNotFoundException("helm", $"""
                {path} is not helm: asked for its version it said "{output.StandardOutput.Trim()}".
                {finder.Ways(ToolSource.Helm)}
                """),
            { } version when version.CompareTo(HelmVersion.Minimum) < 0 => throw new ToolNotFoundException("helm", $"""
                {path} is helm {version}; {HelmVersion.Minimum} is the oldest that can be used.
                {finder.Ways(ToolSource.Helm)}
                """),
            { } version => new(path, version),
        };
    }
}
