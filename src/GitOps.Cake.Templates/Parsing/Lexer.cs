namespace GitOps.Cake.Templates.Parsing;

/// <summary>Cuts a template into tokens, one on each call.</summary>
/// <param name="source">The template's text.</param>
/// <param name="breakIsKeyword">Whether <c>break</c> is no function's name.</param>
/// <param name="continueIsKeyword">Whether <c>continue</c> is no function's name.</param>
internal sealed partial class Lexer(string source, bool breakIsKeyword = true, bool continueIsKeyword = true)
{
    private const string Left = "{{";
    private const string Right = "}}";
    private const string LeftComment = "/*";
    private const string RightComment = "*/";
    private const string Blanks = " \t\r\n";

    // A trim marker is a minus with a blank between it and what is inside.
    private const int TrimMarkerLength = 2;

    private int start;
    private int position;
    private int parentheses;
    private bool inAction;
    private bool stopped;

    public Token Next()
    {
        if (stopped)
            return new(TokenKind.End, source.Length, "EOF");

        start = position;
        return inAction ? InAction() : OutsideOfActions();
    }

    private Token OutsideOfActions()
    {
        while (true)
        {
            var at = source.IndexOf(Left, position, StringComparison.Ordinal);
            var text = source.AsSpan(position, (at < 0 ? source.Length : at) - position);
            if (at >= 0 && HasLeftTrim(at + Left.Length))
                text = text.TrimEnd(Blanks);
            if (!text.IsEmpty)
            {
                position = at < 0 ? source.Length : at;
                return new(TokenKind.Text, start, text.ToString());
            }

            if (at < 0)
                return new(TokenKind.End, start = position = source.Length, "EOF");

            position = at + Left.Length + (HasLeftTrim(at + Left.Length) ? TrimMarkerLength : 0);
            if (!StartsWith(LeftComment))
            {
                inAction = true;
                parentheses = 0;
                return new(TokenKind.LeftDelimiter, at, Left);
            }

            start = position;
            if (Comment() is { } error)
                return error;
            start = position;
        }
    }

    private Token? Comment()
    {
        var end = source.IndexOf(RightComment, position + LeftComment.Length, StringComparison.Ordinal);
        if (end < 0)
            return Error("unclosed comment");

        position = end + RightComment.Length;
        if (!AtRightDelimiter(out var trims))
            return Error("comment ends before closing delimiter");

        SkipRightDelimiter(trims);
        return null;
    }

    private Token RightDelimiter()
    {
        AtRightDelimiter(out var trims);
        var at = position + (trims ? TrimMarkerLength : 0);
        SkipRightDelimiter(trims);
        inAction = false;
        return new(TokenKind.RightDelimiter, at, Right);
    }

    private void SkipRightDelimiter(bool trims)
    {
        position += Right.Length;
        if (!trims)
            return;

        position += TrimMarkerLength;
        position += source.AsSpan(position).IndexOfAnyExcept(Blanks) is >= 0 and var length ? length : source.Length - position;
    }

    private bool AtRightDelimiter(out bool trims)
    {
        trims = position + 1 < source.Length && IsBlank(source[position]) && source[position + 1] == '-'
            && StartsWith(Right, TrimMarkerLength);
        return trims || StartsWith(Right);
    }

    private bool HasLeftTrim(int at) => at + 1 < source.Length && source[at] == '-' && IsBlank(source[at + 1]);

    private bool StartsWith(string mark, int offset = 0) =>
        source.AsSpan(Math.Min(position + offset, source.Length)).StartsWith(mark, StringComparison.Ordinal);

    private static bool IsBlank(char unit) => Blanks.Contains(unit, StringComparison.Ordinal);

    private Token Emit(TokenKind kind) => new(kind, start, source[start..position]);

    private Token Error(string message)
    {
        stopped = true;
        return new(TokenKind.Error, start, message);
    }
}
