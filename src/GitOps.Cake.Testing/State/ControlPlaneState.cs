using System.Collections.Immutable;
using System.Runtime.Versioning;
using System.Text.Json;
using GitOps.Cake.Testing.Binaries;

namespace GitOps.Cake.Testing.State;

/// <summary>What is known of a control plane whose folder stays: enough to find it again, to judge it, and to end it.</summary>
internal sealed record ControlPlaneState
{
    public required string Version { get; init; }

    public required string Context { get; init; }

    public ImmutableArray<BinaryStamp> Binaries { get; init; } = [];

    public ImmutableArray<string> ApiServerArguments { get; init; } = [];

    public ImmutableArray<ComponentState> Components { get; init; } = [];

    /// <summary>False while a start is under way, and for good where one was cut short.</summary>
    public bool IsComplete { get; init; }

    public IReadOnlyDictionary<string, int> Ports() =>
        Components.ToDictionary(component => component.Name, component => component.Port, StringComparer.Ordinal);

    /// <summary>Whether this control plane is what is asked for now; parts that nobody asked for do no harm.</summary>
    public bool Fits(LocalControlPlaneOptions options, ControlPlaneBinaries binaries) =>
        IsComplete
        && Context == options.Context
        && ApiServerArguments.SequenceEqual(options.ApiServerArguments)
        && binaries.Stamps().All(Binaries.Contains);

    [UnsupportedOSPlatform("windows")]
    public static ControlPlaneState? Read(StateFolder folder)
    {
        if (!File.Exists(folder.StateFile))
            return null;
        try
        {
            using var file = File.OpenRead(folder.StateFile);
            return JsonSerializer.Deserialize(file, StateJson.Default.ControlPlaneState);
        }
        catch (JsonException problem)
        {
            throw new LocalControlPlaneException(
                $"""
                The state of the control plane cannot be read: {problem.Message}
                  @ {folder.StateFile}
                End the control plane's processes, if any (their command lines name the folder), and delete the folder.
                """,
                problem);
        }
    }

    [UnsupportedOSPlatform("windows")]
    public void Write(StateFolder folder) =>
        PrivateFiles.Write(folder.StateFile, JsonSerializer.Serialize(this, StateJson.Default.ControlPlaneState));
}
