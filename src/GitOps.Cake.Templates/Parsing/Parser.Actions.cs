namespace GitOps.Cake.Templates.Parsing;

internal sealed partial class Parser
{
    // The left delimiter is behind us.
    private Terminator? ParseAction(out Node? node)
    {
        node = null;
        var token = NextNonSpace();
        switch (token.Kind)
        {
            case TokenKind.EndBlock:
                Expect(TokenKind.RightDelimiter, "end");
                return Terminator.End;
            case TokenKind.Else:
                // "else if" and "else with": their word stays for the block that they continue.
                if (PeekNonSpace().Kind is not (TokenKind.If or TokenKind.With))
                    Expect(TokenKind.RightDelimiter, "else");
                return Terminator.Else;
            case TokenKind.If:
                node = ParseBranch(BranchKind.If);
                return null;
            case TokenKind.With:
                node = ParseBranch(BranchKind.With);
                return null;
            case TokenKind.Range:
                node = ParseBranch(BranchKind.Range);
                return null;
            case TokenKind.Break or TokenKind.Continue:
                node = ParseJump(token);
                return null;
            case TokenKind.Template:
                node = ParseTemplate();
                return null;
            case TokenKind.Block:
                node = ParseBlock();
                return null;
            default:
                PutBack();
                var first = Peek();
                node = new ActionNode(_source, first.Position, ParsePipe("command", TokenKind.RightDelimiter));
                return null;
        }
    }

    private JumpNode ParseJump(Token word)
    {
        var written = $"{{{{{word.Value}}}}}";
        var token = NextNonSpace();
        if (token.Kind != TokenKind.RightDelimiter)
            throw Unexpected(token, written);
        if (_ranges == 0)
            throw Error($"{written} outside {{{{range}}}}");
        return new(_source, word.Position, word.Kind == TokenKind.Break);
    }

    private BranchNode ParseBranch(BranchKind kind)
    {
        var mark = _variables.Count;
        var pipe = ParsePipe(kind.Word(), TokenKind.RightDelimiter);
        _ranges += kind == BranchKind.Range ? 1 : 0;
        var (list, terminator) = ParseList();
        _ranges -= kind == BranchKind.Range ? 1 : 0;

        var otherwise = terminator == Terminator.Else ? ParseElse(kind) : null;
        _variables.RemoveRange(mark, _variables.Count - mark);
        return new(_source, kind, pipe, list, otherwise);
    }

    private ListNode ParseElse(BranchKind kind)
    {
        var next = Peek().Kind;
        if ((kind == BranchKind.If && next == TokenKind.If) || (kind == BranchKind.With && next == TokenKind.With))
        {
            // The end of the inner block closes both.
            var list = new ListNode(_source, Next().Position);
            Enter();
            list.Nodes.Add(ParseBranch(kind));
            _nesting--;
            return list;
        }

        var (otherwise, terminator) = ParseList();
        return terminator == Terminator.End ? otherwise : throw Error($"expected end; found {terminator}");
    }

    private TemplateNode ParseTemplate()
    {
        const string context = "template clause";
        var token = NextNonSpace();
        var name = ParseName(token, context);
        if (NextNonSpace().Kind == TokenKind.RightDelimiter)
            return new(_source, token.Position, name, null);

        PutBack();
        return new(_source, token.Position, name, ParsePipe(context, TokenKind.RightDelimiter));
    }

    private TemplateNode ParseBlock()
    {
        const string context = "block clause";
        var token = NextNonSpace();
        var name = ParseName(token, context);
        var pipe = ParsePipe(context, TokenKind.RightDelimiter);
        var last = _tokens[0];
        var (list, terminator) = InOwnScope(ParseList);
        if (terminator != Terminator.End)
        {
            _tokens[0] = last;
            throw Error($"unexpected {terminator} in {context}");
        }

        Add(name, list);
        return new(_source, token.Position, name, pipe);
    }
}
