using System.Text.Json.Nodes;
using GitOps.Cake.Results;
using GitOps.Cake.Templates.Json;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Reporting;

/// <summary>The values of an environment, as helmfile prints them.</summary>
internal static class EnvironmentTexts
{
    public static string Yaml(EnvironmentList list) =>
        string.Join("---\n", list.Environments.Select(environment => YamlWriter.Write(GoJson.Read(Row(environment).ToJsonString(ResultJson.Options)))));

    public static JsonArray Rows(EnvironmentList list) => ResultJson.Array(list.Environments, Row);

    private static JsonObject Row(EnvironmentValues environment)
    {
        var row = new JsonObject { ["filePath"] = environment.File, ["name"] = environment.Name, ["values"] = JsonNode.Parse(environment.Values.GetRawText()) };
        if (environment.KubeContext is { } context)
            row["kubeContext"] = context;
        return row;
    }
}
