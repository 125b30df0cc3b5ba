using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>A helm program. To ask for its version takes as long as to render a small chart, so other work goes on meanwhile.</summary>
internal sealed class HelmProgram
{
    private readonly string? _path;
    private readonly Lazy<Task<HelmVersion>> _version;

    /// <param name="path">Where it is.</param>
    /// <param name="version">Its version.</param>
    public HelmProgram(string path, HelmVersion version)
        : this(path, () => Task.FromResult(version))
    {
    }

    private HelmProgram(string? path, Func<Task<HelmVersion>> version) => (_path, _version) = (path, new(version));

    /// <summary>Stands where helm would be in commands that do without. To call it is a mistake of this library.</summary>
    public static HelmProgram None { get; } = new(null, () => throw Unneeded());

    public string Path => _path ?? throw Unneeded();

    /// <summary>Its version. Whoever needs it before helm has answered waits.</summary>
    /// <exception cref="ToolNotFoundException">It is no helm, or it is too old.</exception>
    public HelmVersion Version => _version.Value.GetAwaiter().GetResult();

    public bool IsHelm4 => Version.IsHelm4;

    /// <summary>Finds helm and asks it for its version; done once per run.</summary>
    /// <exception cref="ToolNotFoundException">There is none, or it is too old.</exception>
    public static async Task<HelmProgram> FindAsync(
        ToolFinder finder, IToolRunner runner, string? setting, CancellationToken cancellationToken)
    {
        var helm = Find(finder, runner, setting, cancellationToken);
        await helm.VersionAsync().ConfigureAwait(false);
        return helm;
    }

    /// <summary>Finds helm, which is asked for its version when somebody wants to know.</summary>
    /// <exception cref="ToolNotFoundException">There is none.</exception>
    public static HelmProgram Find(ToolFinder finder, IToolRunner runner, string? setting, CancellationToken cancellationToken)
    {
        var path = finder.Find(ToolSource.Helm, setting);
        return new(path, () => AskAsync(path, finder.Ways(ToolSource.Helm), runner, cancellationToken));
    }

    /// <summary>Its version, asked once.</summary>
    /// <exception cref="ToolNotFoundException">It is no helm, or it is too old.</exception>
    public Task<HelmVersion> VersionAsync() => _version.Value;

    private static async Task<HelmVersion> AskAsync(string path, string ways, IToolRunner runner, CancellationToken cancellationToken)
    {
        var output = await runner.RunAsync(
            new(path, "version", "--short")
            {
                Purpose = "tell its version",
                Advice = ways,
                Timeout = TimeSpan.FromSeconds(30),
            },
            cancellationToken).ConfigureAwait(false);
        return HelmVersion.Parse(output.StandardOutput) switch
        {
            null => throw new ToolNotFoundException("helm", $"""
                {path} is not helm: asked for its version it said "{output.StandardOutput.Trim()}".
                {ways}
                """),
            { } version when version.CompareTo(HelmVersion.Minimum) < 0 => throw new ToolNotFoundException("helm", $"""
                {path} is helm {version}; {HelmVersion.Minimum} is the oldest that can be used.
                {ways}
                """),
            { } version => version,
        };
    }

    private static InvalidOperationException Unneeded() => new("Helm was called by a command that is said to need none.");
}
