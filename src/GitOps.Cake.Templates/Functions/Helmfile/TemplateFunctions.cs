namespace GitOps.Cake.Templates.Functions.Helmfile;

/// <summary>Functions that run templates.</summary>
internal static class TemplateFunctions
{
    public const string Names = "tpl include";

    public static TemplateFunction? Find(string name) => name switch
    {
        "tpl" => Signature.Of("sa", static call => call.Caller.RenderText(call.Text(0), call[1])),
        "include" => Signature.Of("sa", static call => call.Caller.Include(call.Text(0), call[1])),
        _ => null,
    };
}
