using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile;

/// <summary>What of the outside world helm does.</summary>
internal sealed record HelmPorts
{
    /// <summary>For commands that only read state files. A call of helm that one of them makes all the same is a mistake of this library.</summary>
    public static HelmPorts None { get; } = new()
    {
        Renderer = NoHelm.For<IChartRenderer>(),
        Actions = NoHelm.For<IReleaseActions>(),
        Checks = NoHelm.For<IReleaseChecks>(),
        Repositories = NoHelm.For<IChartRepositories>(),
        Charts = NoHelm.For<IChartSource>(),
        Workshop = NoHelm.For<IChartWorkshop>(),
    };

    public required IChartRenderer Renderer { get; init; }

    public required IReleaseActions Actions { get; init; }

    public required IReleaseChecks Checks { get; init; }

    public required IChartRepositories Repositories { get; init; }

    public required IChartSource Charts { get; init; }

    public required IChartWorkshop Workshop { get; init; }

    /// <summary>The version of helm; null where none was looked for.</summary>
    public string? Version { get; init; }
}
