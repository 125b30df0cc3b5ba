using GitOps.Cake.Templates.Evaluation;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

internal sealed partial class Parser
{
    private Token Next()
    {
        if (pending > 0)
            pending--;
        else
            tokens[0] = lexer.Next();
        return tokens[pending];
    }

    private Token Peek()
    {
        if (pending > 0)
            return tokens[pending - 1];

        pending = 1;
        return tokens[0] = lexer.Next();
    }

    private Token NextNonSpace()
    {
        Token token;
        do
            token = Next();
        while (token.Kind == TokenKind.Space);
        return token;
    }

    private Token PeekNonSpace()
    {
        var token = NextNonSpace();
        PutBack();
        return token;
    }

    private void PutBack() => pending++;

    private void PutBack(Token first)
    {
        tokens[1] = first;
        pending = 2;
    }

    private void PutBack(Token first, Token second)
    {
        tokens[1] = second;
        tokens[2] = first;
        pending = 3;
    }

    private Token Expect(TokenKind kind, string context) =>
        NextNonSpace() is var token && token.Kind == kind ? token : throw Unexpected(token, context);

    private string ParseName(Token token, string context) =>
        token.Kind is TokenKind.QuotedText or TokenKind.RawText ? Unquote(token) : throw Unexpected(token, context);

    private string Unquote(Token token) => GoUnquote.Text(token.Value) ?? throw Error("invalid syntax");

    private TemplateException Unexpected(Token token, string context)
    {
        if (token.Kind != TokenKind.Error)
            return Error($"unexpected {token} in {context}");

        var hint = Hints.NoToken(token.Value);
        if (actionPosition is not { } position || source.LineOf(position) == source.LineOf(token.Position))
            return Error(token.Value, hint);

        var isAction = token.Value.EndsWith(" action", StringComparison.Ordinal);
        return Error($"{token.Value}{(isAction ? "" : " in action")} started at {source.Name}:{source.LineOf(position)}", hint);
    }

    private TemplateException Error(string message, string? hint = null)
    {
        var line = source.LineOf(tokens[0].Position);
        return new($"template: {source.Name}:{line}: {message}", new(source.Name, source.File, line), message, hint);
    }

    private TemplateException Limit(string message) => TemplateLimits.Exceeded(source, source.LineOf(tokens[0].Position), message);
}
