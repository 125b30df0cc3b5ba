using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it starts in the source, in UTF-16 units.</param>
/// <param name="Value">Its characters; of an error, the message.</param>
internal readonly record struct Token(TokenKind Kind, int Position, string Value)
{
    private const int ShownLength = 10;

    public override string ToString() => Kind switch
    {
        TokenKind.End => "EOF",
        TokenKind.Error => Value,
        > TokenKind.Keyword => $"<{Value}>",
        _ when GoBytes.Count(Value) > ShownLength => GoQuote.Quote(GoBytes.FirstRunes(Value, ShownLength)) + "...",
        _ => GoQuote.Quote(Value),
    };
}
