using System.Runtime.CompilerServices;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>Reads a text and the templates that it defines.</summary>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly FunctionTable _functions;
    private readonly TemplateLimits _limits;
    private readonly Lexer _lexer;
    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.Ordinal);

    // Up to three tokens can be put back; the first slot holds the one read last, whose line an error tells.
    private readonly Token[] _tokens = new Token[3];
    private int _pending;

    private List<string> _variables = ["$"];
    private int _ranges;
    private int _nesting;
    private int? _actionPosition;

    private Parser(SourceText source, FunctionTable functions, TemplateLimits limits)
    {
        this._source = source;
        this._functions = functions;
        this._limits = limits;
        _lexer = new(source.Text, !functions.Contains("break"), !functions.Contains("continue"));
    }

    /// <summary>Reads a text.</summary>
    /// <returns>Its definitions by name; the text itself is the one under its own name.</returns>
    /// <exception cref="TemplateException">The text is no valid template, or exceeds a limit.</exception>
    public static Dictionary<string, Definition> Parse(SourceText source, FunctionTable functions, TemplateLimits limits)
    {
        if (source.Text.Length > limits.TemplateLength)
            throw TemplateLimits.Exceeded(source, 1, $"the template has {source.Text.Length} characters, {limits.TemplateLength} are allowed");

        var parser = new Parser(source, functions, limits);
        parser.ParseAll();
        return parser._definitions;
    }

    private void ParseAll()
    {
        var root = new ListNode(_source, Peek().Position);
        while (Peek().Kind != TokenKind.End)
        {
            if (Peek().Kind == TokenKind.LeftDelimiter)
            {
                var delimiter = Next();
                if (NextNonSpace().Kind == TokenKind.Define)
                {
                    ParseDefinition();
                    continue;
                }

                PutBack(delimiter);
            }

            if (ParseTextOrAction(out var node) is { } terminator)
                throw Error($"unexpected {terminator}");
            root.Nodes.Add(node!);
        }

        Add(_source.Name, root);
    }

    private void ParseDefinition()
    {
        const string context = "define clause";
        var token = NextNonSpace();
        var name = ParseName(token, context);
        Expect(TokenKind.RightDelimiter, context);
        var (list, terminator) = InOwnScope(ParseList);
        if (terminator != Terminator.End)
            throw Error($"unexpected {terminator} in {context}");
        Add(name, list);
    }

    // A definition sees no variables of the text around it, and its break does not reach out.
    private T InOwnScope<T>(Func<T> parse)
    {
        var (outerVariables, outerRanges, outerAction) = (_variables, _ranges, _actionPosition);
        (_variables, _ranges, _actionPosition) = (["$"], 0, null);
        var result = parse();
        (_variables, _ranges, _actionPosition) = (outerVariables, outerRanges, outerAction);
        return result;
    }

    private void Add(string name, ListNode root)
    {
        if (!_definitions.TryGetValue(name, out var known) || known.Root.IsEmpty)
            _definitions[name] = new(name, root);
        else if (!root.IsEmpty)
            throw Error($"template: multiple definition of template {Texts.GoQuote.Quote(name)}");
    }

    private (ListNode List, Terminator Terminator) ParseList()
    {
        Enter();
        var list = new ListNode(_source, PeekNonSpace().Position);
        while (PeekNonSpace().Kind != TokenKind.End)
        {
            if (ParseTextOrAction(out var node) is { } terminator)
            {
                _nesting--;
                return (list, terminator);
            }

            list.Nodes.Add(node!);
        }

        throw Error("unexpected EOF");
    }

    private Terminator? ParseTextOrAction(out Node? node)
    {
        node = null;
        var token = NextNonSpace();
        switch (token.Kind)
        {
            case TokenKind.Text:
                node = new TextNode(_source, token.Position, token.Value);
                return null;
            case TokenKind.LeftDelimiter:
                _actionPosition = token.Position;
                var terminator = ParseAction(out node);
                _actionPosition = null;
                return terminator;
            default:
                throw Unexpected(token, "input");
        }
    }

    private void Enter()
    {
        if (++_nesting > _limits.Nesting)
            throw Limit($"blocks and parentheses are nested more than {_limits.Nesting} deep");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Limit("blocks and parentheses are nested too deep for the stack of this thread");
    }
}
