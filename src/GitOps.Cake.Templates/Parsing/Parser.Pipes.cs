using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

internal sealed partial class Parser
{
    private PipeNode ParsePipe(string context, TokenKind end)
    {
        Enter();
        var pipe = new PipeNode(_source, PeekNonSpace().Position);
        while (PeekNonSpace().Kind == TokenKind.Variable && TryDeclare(pipe, context))
        {
        }

        while (true)
        {
            var token = NextNonSpace();
            if (token.Kind == end)
                break;
            if (!BeginsOperand(token.Kind))
                throw Unexpected(token, context);

            PutBack();
            pipe.Commands.Add(ParseCommand());
        }

        Check(pipe, context);
        _nesting--;
        return pipe;
    }

    // Whether another variable may follow.
    private bool TryDeclare(PipeNode pipe, string context)
    {
        var variable = NextNonSpace();
        var behind = Peek();
        var next = PeekNonSpace();
        if (next.Kind is TokenKind.Assign or TokenKind.Declare)
        {
            NextNonSpace();
            pipe.IsAssignment = next.Kind == TokenKind.Assign;
            Declare(pipe, variable);
            return false;
        }

        if (next is not { Kind: TokenKind.Character, Value: "," })
        {
            // An ordinary operand: the blank behind it matters to the command that it belongs to.
            if (behind.Kind == TokenKind.Space)
                PutBack(variable, behind);
            else
                PutBack(variable);
            return false;
        }

        NextNonSpace();
        Declare(pipe, variable);
        if (context != "range" || pipe.Variables.Count >= 2)
            throw Error($"too many declarations in {context}");
        if (PeekNonSpace().Kind is not (TokenKind.Variable or TokenKind.RightDelimiter or TokenKind.RightParenthesis))
            throw Error("range can only initialize variables");
        return true;
    }

    private void Declare(PipeNode pipe, Token variable)
    {
        pipe.Variables.Add(variable.Value);
        _variables.Add(variable.Value);
    }

    private static bool BeginsOperand(TokenKind kind) => kind is TokenKind.Bool or TokenKind.CharacterConstant or TokenKind.ComplexNumber
        or TokenKind.Dot or TokenKind.Field or TokenKind.Identifier or TokenKind.Number or TokenKind.Nil or TokenKind.RawText
        or TokenKind.QuotedText or TokenKind.Variable or TokenKind.LeftParenthesis;

    private void Check(PipeNode pipe, string context)
    {
        if (pipe.Commands.Count == 0)
            throw Error($"missing value for {context}");

        for (var stage = 1; stage < pipe.Commands.Count; stage++)
        {
            if (pipe.Commands[stage].Operands[0] is ConstantNode or NumberNode or DotNode)
                throw Error($"non executable command in pipeline stage {stage + 1}");
        }
    }

    private CommandNode ParseCommand()
    {
        var command = new CommandNode(_source, PeekNonSpace().Position);
        while (true)
        {
            PeekNonSpace();
            if (ParseOperand() is { } operand)
                command.Operands.Add(operand);

            var token = Next();
            if (token.Kind == TokenKind.Space)
                continue;
            if (token.Kind is TokenKind.RightDelimiter or TokenKind.RightParenthesis)
                PutBack();
            else if (token.Kind != TokenKind.Pipe)
                throw Unexpected(token, "operand");
            return command.Operands.Count > 0 ? command : throw Error("empty command");
        }
    }

    private Node? ParseOperand()
    {
        var term = ParseTerm();
        if (term is null || Peek().Kind != TokenKind.Field)
            return term;

        var position = Peek().Position;
        var fields = new List<string>();
        while (Peek().Kind == TokenKind.Field)
            fields.Add(Next().Value[1..]);

        switch (term)
        {
            case PathNode path:
                return new PathNode(_source, position, path.Variable, [.. path.Fields, .. fields]);
            case ConstantNode or NumberNode or DotNode:
                throw Error($"unexpected . after term {GoQuote.Quote(term.ToString())}");
            default:
                var chain = new ChainNode(_source, position, term);
                chain.Fields.AddRange(fields);
                return chain;
        }
    }

    private Node? ParseTerm()
    {
        var token = NextNonSpace();
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                return _functions.Contains(token.Value)
                    ? new IdentifierNode(_source, token.Position, token.Value)
                    : throw Error($"function {GoQuote.Quote(token.Value)} not defined", _functions.HintFor(token.Value));
            case TokenKind.Dot:
                return new DotNode(_source, token.Position);
            case TokenKind.Nil:
                return new ConstantNode(_source, token.Position, "nil", null);
            case TokenKind.Bool:
                return new ConstantNode(_source, token.Position, token.Value, token.Value == "true");
            case TokenKind.QuotedText or TokenKind.RawText:
                return new ConstantNode(_source, token.Position, token.Value, Unquote(token));
            case TokenKind.CharacterConstant or TokenKind.Number or TokenKind.ComplexNumber:
                return NumberReader.Read(_source, token, out var problem) ?? throw Error(problem);
            case TokenKind.Field:
                return new PathNode(_source, token.Position, null, [token.Value[1..]]);
            case TokenKind.Variable:
                return _variables.Contains(token.Value)
                    ? new PathNode(_source, token.Position, token.Value, [])
                    : throw Error($"undefined variable {GoQuote.Quote(token.Value)}");
            case TokenKind.LeftParenthesis:
                return ParsePipe("parenthesized pipeline", TokenKind.RightParenthesis);
            default:
                PutBack();
                return null;
        }
    }
}
