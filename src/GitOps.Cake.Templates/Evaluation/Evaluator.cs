using System.Text;
using GitOps.Cake.Templates.Parsing;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Evaluation;

/// <summary>Runs one set of templates into one output.</summary>
internal sealed partial class Evaluator(TemplateRun run, Template template, DefinitionSet definitions, StringBuilder output)
{
    // All variables of the running templates; those of the innermost begin at the base.
    private readonly List<Variable> _variables = [];
    private int _variableBase;

    // What runs, and which node was looked at last: the place of an error.
    private Definition _definition = null!;
    private Node _node = null!;

    private Dictionary<string, int>? _included;

    public TemplateRun Run => run;

    public Template Template => template;

    public void Execute(Definition main, object? data)
    {
        _definition = main;
        _node = main.Root;
        var dot = new Operand(data);
        _variables.Add(new("$", dot));
        try
        {
            Walk(dot, main.Root);
        }
        catch (LimitExceededException exception)
        {
            throw Error(exception.Message, TemplateLimits.Advice, exception);
        }
    }

    /// <summary>The output of a template of this set. Like helmfile's, it counts how often each name is under way.</summary>
    public string Include(string name, object? data)
    {
        const int most = 1000;
        _included ??= new(StringComparer.Ordinal);
        var times = _included.GetValueOrDefault(name);
        if (times > most)
        {
            throw new TemplateFunctionException($"rendering template has a nested reference name: {name}: unable to execute template")
            {
                Hint = "The template includes itself without an end.",
            };
        }

        if (definitions.Find(name) is not { } found)
        {
            throw new TemplateFunctionException($"template: no template {GoQuote.Quote(name)} associated with template {GoQuote.Quote(template.Name)}")
            {
                Hint = "Templates come from the same text and from the _*.tpl files in its own folder.",
            };
        }

        _included[name] = times + 1;
        var text = Nested(() =>
        {
            var inner = new StringBuilder();
            new Evaluator(run, template, definitions, inner) { _included = _included }.Execute(found, data);
            return inner.ToString();
        });
        _included[name] = times;
        return text;
    }

    /// <summary>The output of a text as a template of its own, which sees the helper files and nothing of its caller.</summary>
    public string RenderText(string text, object? data) => Nested(() => run.Parse(template.Name, text).RenderIn(run, data));

    private T Nested<T>(Func<T> render)
    {
        var result = run.EnterText() ? FreshStack.Run(render) : render();
        run.LeaveText();
        return result;
    }

    private TemplateException Error(string detail, string? hint = null, Exception? inner = null)
    {
        var source = _node.Source;
        var place = new TemplateErrorPlace(
            source.Name, source.File, source.LineOf(_node.Position), source.ColumnOf(_node.Position), _definition.Name, _node.ToString());
        var message = $"template: {place.TemplateName}:{place.Line}:{place.Column}: executing {GoQuote.Quote(_definition.Name)} at <{place.Node}>: {detail}";
        return new(message, place, detail, hint, inner);
    }

    private readonly record struct Variable(string Name, Operand Value);
}
