using GitOps.Cake.Templates.Evaluation;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

internal sealed partial class Parser
{
    private Token Next()
    {
        if (_pending > 0)
            _pending--;
        else
            _tokens[0] = _lexer.Next();
        return _tokens[_pending];
    }

    private Token Peek()
    {
        if (_pending > 0)
            return _tokens[_pending - 1];

        _pending = 1;
        return _tokens[0] = _lexer.Next();
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

    private void PutBack() => _pending++;

    private void PutBack(Token first)
    {
        _tokens[1] = first;
        _pending = 2;
    }

    private void PutBack(Token first, Token second)
    {
        _tokens[1] = second;
        _tokens[2] = first;
        _pending = 3;
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
        if (_actionPosition is not { } position || _source.LineOf(position) == _source.LineOf(token.Position))
            return Error(token.Value, hint);

        var isAction = token.Value.EndsWith(" action", StringComparison.Ordinal);
        return Error($"{token.Value}{(isAction ? "" : " in action")} started at {_source.Name}:{_source.LineOf(position)}", hint);
    }

    private TemplateException Error(string message, string? hint = null)
    {
        var line = _source.LineOf(_tokens[0].Position);
        return new($"template: {_source.Name}:{line}: {message}", new(_source.Name, _source.File, line), message, hint);
    }

    private TemplateException Limit(string message) => TemplateLimits.Exceeded(_source, _source.LineOf(_tokens[0].Position), message);
}
