using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Environments;

/// <summary>The state values of an environment, in the layers that they come from.</summary>
/// <param name="Name">The environment's name.</param>
internal sealed record EnvironmentLayers(string Name)
{
    public string KubeContext { get; init; } = "";

    /// <summary>The lowest layer: <c>values</c> at the top of state files.</summary>
    public GoMap Defaults { get; init; } = new();

    /// <summary>The values of the environment, of files on the command line, and those that a parent file hands down.</summary>
    public GoMap Values { get; init; } = new();

    /// <summary>The highest layer: single values of the command line.</summary>
    public GoMap CommandLine { get; init; } = new();

    /// <summary>All layers in one, as templates see them.</summary>
    public GoMap Merged() => StateMaps.Layer(StateMaps.Layer(Defaults, Values), CommandLine, mergeLists: true);

    /// <summary>What <c>.Environment.Values</c> shows: everything but the defaults.</summary>
    public GoMap WithoutDefaults() => StateMaps.Layer(Values, CommandLine, mergeLists: true);

    /// <summary>Lays other layers over these, layer by layer.</summary>
    public EnvironmentLayers Under(EnvironmentLayers? upper) => upper is null ? this : new(upper.Name.Length > 0 ? upper.Name : Name)
    {
        KubeContext = upper.KubeContext.Length > 0 ? upper.KubeContext : KubeContext,
        Defaults = StateMaps.Layer(Defaults, upper.Defaults),
        Values = StateMaps.Layer(Values, upper.Values),
        CommandLine = StateMaps.Layer(CommandLine, upper.CommandLine, mergeLists: true),
    };
}
