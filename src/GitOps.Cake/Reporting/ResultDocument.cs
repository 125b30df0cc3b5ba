using System.Text.Json.Nodes;
using GitOps.Cake.Options;
using GitOps.Cake.Templates.Json;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Reporting;

/// <summary>A result for programs, in the form in which helmfile prints it or in the other one.</summary>
internal sealed class ResultDocument
{
    private readonly string _text;
    private readonly OutputForm _form;

    private ResultDocument(string text, OutputForm form) => (this._text, this._form) = (text, form);

    public static ResultDocument Json(JsonNode value) => new(value.ToJsonString(ResultJson.Options), OutputForm.Json);

    /// <summary>One or several documents of YAML.</summary>
    public static ResultDocument Yaml(string text) => new(text, OutputForm.Yaml);

    /// <summary>The text in a form. Several documents of YAML become one array.</summary>
    public string In(OutputForm wanted) => (_form, wanted) switch
    {
        (OutputForm.Json, OutputForm.Yaml) => YamlWriter.Write(GoJson.Read(_text)),
        (OutputForm.Yaml, OutputForm.Json) => GoJson.Write(YamlReader.ReadAll(_text).Select(document => document?.ToValue()).Where(value => value is not null).ToList()),
        _ => _text,
    };
}
