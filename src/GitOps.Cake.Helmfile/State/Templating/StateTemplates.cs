using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.Values.References;
using GitOps.Cake.Templates;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>Renders the templates of state files. What depends on a folder (helper files, functions) is made once per folder.</summary>
/// <param name="files">The files of the workspace.</param>
/// <param name="commands">Runs programs; null where none can be run.</param>
/// <param name="variable">Gives environment variables.</param>
/// <param name="secrets">Hears every value that references lead to.</param>
internal sealed class StateTemplates(StateFiles files, ICommandRunner? commands, Func<string, string?> variable, SecretTexts secrets)
{
    // helmfile's own name for every text: a definition of this name would be the text itself.
    private const string Name = "stringTemplate";

    private readonly Dictionary<(string Folder, string References), TemplateOptions> _byFolder = [];
    private readonly Dictionary<string, ReferenceResolver> _references = [];

    /// <summary>Resolves references with paths from a folder.</summary>
    public ReferenceResolver ReferencesFrom(string folder)
    {
        if (!_references.TryGetValue(folder, out var resolver))
            _references.Add(folder, resolver = new(new(folder, commands, variable, files.Inputs), secrets));
        return resolver;
    }

    /// <summary>Renders a text.</summary>
    /// <exception cref="StateFileException">The template cannot be read or fails.</exception>
    public string Render(TemplateSource source, object data, CancellationToken cancellationToken)
    {
        try
        {
            return Template.Parse(Name, source.Text, OptionsOf(source.Folder, source.ReferenceFolder)).Render(data, cancellationToken);
        }
        catch (TemplateException exception)
        {
            throw Failure(source, exception);
        }
    }

    private TemplateOptions OptionsOf(string folder, string referenceFolder)
    {
        if (_byFolder.TryGetValue((folder, referenceFolder), out var options))
            return options;

        var off = InsecureFeatures.AreOff(variable);
        var functions = new FileFunctions(folder, off, files.Inputs).AddTo(FunctionTable.Standard);
        functions = new CommandFunctions(commands, folder, off, files.Inputs).AddTo(functions);
        functions = new ReferenceFunctions(ReferencesFrom(referenceFolder)).AddTo(functions);
        options = new() { Functions = functions, Helpers = new(HelperFiles(folder)), EnvironmentVariable = variable };
        _byFolder.Add((folder, referenceFolder), options);
        return options;
    }

    private ImmutableArray<TemplateFile> HelperFiles(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(files.Inputs.AddNamed(folder, "_*.tpl"), "_*.tpl").Order(StringComparer.Ordinal).Select(path => new TemplateFile(files.Shown(path), File.ReadAllText(path))),
    ];

    private static StateFileException Failure(TemplateSource source, TemplateException exception)
    {
        // An error of a helper file has that file's own lines.
        if (exception.File is { } helper)
            return new(new(helper, exception.Line), $"{exception.GoMessage}.{Hint(exception)}", exception);

        var line = source.FirstLine + exception.Line - 1;
        var column = exception.Column is { } bytes ? $":{bytes}" : "";
        var executing = exception.Node is { } node ? $"executing \"{exception.Definition}\" at <{node}>: " : "";
        var place = source.IsField ? source.Position : new(source.Position.File, line, exception.Column + 1 ?? 0);
        var inField = source.IsField ? $"{source.Name}: " : "";
        var location = source.IsField ? $"{exception.Line}{column}" : $"{source.Position.File}:{line}{column}";
        var text = source.IsField ? $" The template is: {source.Text.Trim()}" : "";
        return new(place, $"{inField}template: {location}: {executing}{exception.Detail}.{Hint(exception)}{text}", exception);
    }

    private static string Hint(TemplateException exception) => (exception.Hint ?? Own(exception)) is { } hint ? $" {hint}" : "";

    // Whoever renames a state file to .gotmpl meets this one: the templates of its releases are no longer left alone.
    private static string? Own(TemplateException exception) =>
        exception.Detail.StartsWith("can't evaluate field Release in type *state.EnvironmentTemplateData", StringComparison.Ordinal)
            ? "The file is rendered before there are releases; escape what belongs to one of them: {{`{{ .Release.Name }}`}}."
            : null;
}
