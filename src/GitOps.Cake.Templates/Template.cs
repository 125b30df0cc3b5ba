using System.Text;
using GitOps.Cake.Templates.Evaluation;
using GitOps.Cake.Templates.Parsing;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates;

/// <summary>
/// A template in the language of Go's <c>text/template</c> with the functions of Sprig 3.3 and helmfile: parsed once, rendered any number
/// of times, also at the same time.
/// </summary>
/// <example>
/// <code>
/// var template = Template.Parse("greeting", "Hello {{ .name | upper }}");
/// var text = template.Render(GoValue.From(new Dictionary&lt;string, object?&gt; { ["name"] = "world" }));
/// </code>
/// </example>
public sealed class Template
{
    private readonly DefinitionSet _definitions;

    private Template(string name, TemplateOptions options, DefinitionSet definitions)
    {
        Name = name;
        Options = options;
        this._definitions = definitions;
    }

    /// <summary>The name, which messages begin with.</summary>
    public string Name { get; }

    internal TemplateOptions Options { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="name">A name for messages; <c>define</c> of the same name defines the text itself.</param>
    /// <param name="text">The text.</param>
    /// <param name="options">Functions, helper files and limits; <see cref="TemplateOptions.Default"/> when null.</param>
    /// <returns>The template.</returns>
    /// <exception cref="TemplateException">The text or a helper file is no valid template, or exceeds a limit.</exception>
    public static Template Parse(string name, string text, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        options ??= TemplateOptions.Default;
        var helpers = options.Helpers.Parse(name, options.Functions, options.Limits);
        return new(name, options, helpers.With(Parser.Parse(new(name, text, options.File), options.Functions, options.Limits)));
    }

    /// <summary>Runs the template.</summary>
    /// <param name="data">The data that the dot stands for, a value as <see cref="Values.GoValue"/> describes.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <returns>The output. Bytes that are no UTF-8 (a text cut in the middle of a character) are lone surrogates, U+DC00 + the byte.</returns>
    /// <exception cref="TemplateException">The template fails, or exceeds a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public string Render(object? data, CancellationToken cancellationToken = default) =>
        GoBytes.Mend(RenderIn(new TemplateRun(Options, cancellationToken), data));

    /// <summary>
    /// The template as text again, without comments and trim markers, its definitions behind it; parsing it gives the same template.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var output = new StringBuilder();
        _definitions.Find(Name)!.Root.Write(output);
        foreach (var definition in _definitions.Own.Where(definition => definition.Name != Name))
            definition.Write(output);
        return output.ToString();
    }

    internal string RenderIn(TemplateRun run, object? data)
    {
        var output = new StringBuilder();
        new Evaluator(run, this, _definitions, output).Execute(_definitions.Find(Name)!, data);
        return output.ToString();
    }
}
