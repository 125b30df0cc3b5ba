using System.Collections.Immutable;
using GitOps.Cake.Templates.Parsing;

namespace GitOps.Cake.Templates;

/// <summary>
/// Files whose definitions templates see: <c>_*.tpl</c> beside a helmfile. They are parsed once, with the first template that needs them.
/// Where two define the same name, the later file wins, and the template itself wins over both.
/// </summary>
/// <param name="files">The files, in order.</param>
public sealed class SharedTemplates(ImmutableArray<TemplateFile> files)
{
    private volatile Parsed? _parsed;

    /// <summary>No files.</summary>
    public static SharedTemplates None { get; } = new([]);

    /// <summary>The files.</summary>
    public ImmutableArray<TemplateFile> Files => files;

    internal DefinitionSet Parse(string name, FunctionTable functions, TemplateLimits limits)
    {
        if (_parsed is { } known && known.Name == name && known.Functions == functions && known.Limits == limits)
            return known.Set;

        var set = new DefinitionSet();
        foreach (var file in files)
            set = set.With(Parse(file, name, functions, limits));
        _parsed = new(name, functions, limits, set);
        return set;
    }

    private static Dictionary<string, Definition> Parse(TemplateFile file, string name, FunctionTable functions, TemplateLimits limits)
    {
        try
        {
            return Parser.Parse(new(name, file.Text, file.Name), functions, limits);
        }
        catch (TemplateException exception)
        {
            var place = new TemplateErrorPlace(name, file.Name, exception.Line);
            throw new TemplateException(
                $"failed to parse helper template {file.Name}: {exception.GoMessage}", place, exception.Detail, exception.Hint, exception);
        }
    }

    private sealed record Parsed(string Name, FunctionTable Functions, TemplateLimits Limits, DefinitionSet Set);
}
