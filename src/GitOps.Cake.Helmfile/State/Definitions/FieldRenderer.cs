using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Renders single fields of one release in one pass, and remembers what came out.</summary>
internal sealed class FieldRenderer(
    StateTemplates templates, HelmfileState state, Section release, Section previous, CancellationToken cancellationToken)
{
    private readonly GoStruct _data = StateTemplateData.OfRelease(state, previous);

    /// <summary>Everything that was rendered, in order: two passes that agree in it agree in all.</summary>
    public List<string> Results { get; } = [];

    public string Render(string name, string text, SourcePosition position)
    {
        var source = new TemplateSource(text, position, state.Folder, state.Folder) { Name = $"{name} of release \"{release.Text("name")}\"" };
        var result = source.IsPlain ? text : templates.Render(source, _data, cancellationToken);
        Results.Add(result);
        return result;
    }

    /// <summary>Renders a map as its YAML, names of keys included.</summary>
    public object? Map(string name, Placed<object?> entry)
    {
        if (entry.Value is not GoMap map)
            return entry.Value;

        var text = Render(name, YamlWriter.Write(map), entry.Position);
        try
        {
            return YamlReader.ReadValue(text) as GoMap ?? new GoMap();
        }
        catch (YamlReadException exception)
        {
            throw new StateFileException(entry.Position, $"{name} of release \"{release.Text("name")}\" is no YAML once rendered: {exception.Problem}.", exception);
        }
    }
}
