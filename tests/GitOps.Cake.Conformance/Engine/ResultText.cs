using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Results;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>Results as helmfile prints them.</summary>
internal static class ResultText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static EngineAnswer Of(ReleaseList list) => Printed(JsonSerializer.Serialize(
        list.Releases.Select(release => new
        {
            release.Name,
            release.Namespace,
            release.Enabled,
            release.Installed,
            Labels = string.Join(',', release.Labels.Select(label => $"{label.Key}:{label.Value}")),
            release.Chart,
            release.Version,
        }),
        Json));

    public static EngineAnswer Of(BuiltStates states) =>
        Printed(string.Concat(states.States.Select(state => $"---\n#  Source: {state.File}\n\n{state.Yaml.TrimEnd('\n')}\n")));

    public static EngineAnswer Of(RenderedReleases releases) =>
        Printed(string.Concat(releases.Releases.Select(release => $"---\n{release.Manifests.TrimEnd('\n')}\n\n")));

    public static EngineAnswer Of(EnvironmentList environments) => Printed(JsonSerializer.Serialize(environments.Environments, Json));

    public static EngineAnswer Of(ReleaseDag dag)
    {
        var text = new StringBuilder();
        var (file, number) = (default(string), 0);
        foreach (var group in dag.Groups)
        {
            if (file != group.File)
            {
                text.Append("GROUP RELEASE DEPENDENCIES\n");
                (file, number) = (group.File, 0);
            }

            number++;
            foreach (var release in group.Releases)
                text.Append($"{number} {release.Release} {string.Join(',', release.Needs)}\n");
        }

        return Printed(text.ToString());
    }

    private static EngineAnswer Printed(string output) => new() { Exit = 0, Output = output };
}
