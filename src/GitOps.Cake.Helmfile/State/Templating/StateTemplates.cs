using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>Renders the templates of state files.</summary>
internal sealed class StateTemplates(StateFiles files)
{
    public string RenderFile(string file, string text, EnvironmentLayers context, GoMap? earlier, CancellationToken cancellationToken) =>
        IsPlain(text) ? text : throw NotYet(new(files.Shown(file), 1));

    public string RenderValues(string file, string text, ReleaseTemplateData data, CancellationToken cancellationToken) =>
        IsPlain(text) ? text : throw NotYet(new(files.Shown(file), 1));

    public string RenderPart(StatePart part, string file, EnvironmentLayers context, CancellationToken cancellationToken) =>
        IsPlain(part.Text) ? part.Text : throw NotYet(new(files.Shown(file), part.FirstLine));

    public string RenderField(TemplateField field, ReleaseTemplateData data, CancellationToken cancellationToken) =>
        IsPlain(field.Text) ? field.Text : throw NotYet(field.Position);

    private static bool IsPlain(string text) => !text.Contains("{{", StringComparison.Ordinal);

    private static StateFileException NotYet(SourcePosition position) =>
        new(position, $"template expressions are not supported yet by the native engine: {Schema.Reasons.CliEngine}.");
}
