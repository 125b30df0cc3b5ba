namespace GitOps.Cake.Templates.Functions.Helmfile;

internal static class RequiredFunctions
{
    public const string Names = "required requiredEnv";

    public static TemplateFunction? Find(string name) => name switch
    {
        "required" => Signature.Of("sa", static call => call[1] is null or "" ? throw new TemplateFunctionException(call.Text(0)) : call[1]),
        "requiredEnv" => Signature.Of("s", static call => RequiredVariable(call)),
        _ => null,
    };

    private static string RequiredVariable(TemplateCall call)
    {
        var name = call.Text(0);
        return call.Run.Options.EnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new TemplateFunctionException($"required env var `{name}` is not set") { Hint = $"Set {name} in the environment of the run." };
    }
}
