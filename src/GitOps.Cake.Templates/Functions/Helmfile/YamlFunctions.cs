using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Templates.Functions.Helmfile;

internal static class YamlFunctions
{
    public const string Names = "toYaml fromYaml";

    public static TemplateFunction? Find(string name) => name switch
    {
        "toYaml" => Signature.Of("a", static call => Write(call)),
        "fromYaml" => Signature.Of("s", static call => Read(call)),
        _ => null,
    };

    private static string Write(TemplateCall call)
    {
        call.Check(call[0]);
        return YamlWriter.Write(call[0]);
    }

    private static object? Read(TemplateCall call)
    {
        var text = call.Text(0);
        call.Run.Reserve(text.Length);
        try
        {
            return YamlReader.ReadValue(text, new() { MaxLength = call.Run.Limits.ValueLength });
        }
        catch (YamlReadException exception)
        {
            throw new TemplateFunctionException($"yaml: line {exception.Position.Line}: {exception.Problem}, offending yaml: {text}", exception);
        }
    }
}
