using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>What templates see, in the types of helmfile.</summary>
internal static class StateTemplateData
{
    /// <summary>For a part of a state file, and for a file of state values.</summary>
    /// <param name="environment">The environment as it is known so far.</param>
    /// <param name="values"><c>.Values</c>.</param>
    /// <param name="namespace">The namespace that the user sets for all releases.</param>
    public static GoStruct OfState(EnvironmentLayers environment, GoMap values, string @namespace) => new(
        "*state.EnvironmentTemplateData",
        [
            new("Environment", Environment(environment, environment.WithoutDefaults())),
            new("Namespace", @namespace),
            new("Values", values),
            new("StateValues", values),
        ]);

    /// <summary>For the fields and values files of a release.</summary>
    public static GoStruct OfRelease(HelmfileState state, Section release) => OfRelease(state, release, state.Values);

    /// <summary>For the patches of a release, where <c>.Values</c> also holds the release's own values.</summary>
    public static GoStruct OfRelease(HelmfileState state, Section release, GoMap values) => new(
        "state.releaseTemplateData",
        [
            new("Environment", Environment(state.Environment)),
            new("Release", Release(release)),
            new("Values", values),
            new("StateValues", values),
            new("KubeContext", state.Root.Text("kubeContext") ?? ""),
            new("Namespace", state.Root.Text("namespace") ?? ""),
            new("Chart", state.Root.Text("chart") ?? ""),
        ]);

    /// <summary>For the hooks of a file.</summary>
    public static GoStruct Environment(EnvironmentLayers environment) => Environment(environment, environment.Values);

    private static GoStruct Environment(EnvironmentLayers environment, GoMap values) => new(
        "environment.Environment",
        [
            new("Name", environment.Name),
            new("KubeContext", environment.KubeContext),
            new("Values", values),
            new("Defaults", environment.Defaults),
            new("CLIOverrides", environment.CommandLine),
        ]);

    private static GoStruct Release(Section release)
    {
        var labels = new GoStringMap();
        foreach (var (key, value) in release.TextMap("labels"))
            labels[key] = value;

        return new(
            "state.releaseTemplateDataRelease",
            [
                new("Name", release.Text("name") ?? ""),
                new("Namespace", release.Text("namespace") ?? ""),
                new("Labels", labels),
                new("Chart", release.Text("chart") ?? ""),
                new("ChartVersion", release.Text("version") ?? ""),
                new("KubeContext", release.Text("kubeContext") ?? ""),
            ]);
    }
}
