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

    private int _start;
    private int _position;
    private int _parentheses;
    private bool _inAction;
    private bool _stopped;

    public Token Next()
    {
        if (_stopped)
            return new(TokenKind.End, source.Length, "EOF");

        _start = _position;
        return _inAction ? InAction() : OutsideOfActions();
    }

    private Token OutsideOfActions()
    {
        while (true)
        {
            var at = source.IndexOf(Left, _position, StringComparison.Ordinal);
            var text = source.AsSpan(_position, (at < 0 ? source.Length : at) - _position);
            if (at >= 0 && HasLeftTrim(at + Left.Length))
                text = text.TrimEnd(Blanks);
            if (!text.IsEmpty)
            {
                _position = at < 0 ? source.Length : at;
                return new(TokenKind.Text, _start, text.ToString());
            }

            if (at < 0)
                return new(TokenKind.End, _start = _position = source.Length, "EOF");

            _position = at + Left.Length + (HasLeftTrim(at + Left.Length) ? TrimMarkerLength : 0);
            if (!StartsWith(LeftComment))
            {
                _inAction = true;
                _parentheses = 0;
                return new(TokenKind.LeftDelimiter, at, Left);
            }

            _start = _position;
            if (Comment() is { } error)
                return error;
            _start = _position;
        }
    }

    private Token? Comment()
    {
        var end = source.IndexOf(RightComment, _position + LeftComment.Length, StringComparison.Ordinal);
        if (end < 0)
            return Error("unclosed comment");

        _position = end + RightComment.Length;
        if (!AtRightDelimiter(out var trims))
            return Error("comment ends before closing delimiter");

        SkipRightDelimiter(trims);
        return null;
    }

    private Token RightDelimiter()
    {
        AtRightDelimiter(out var trims);
        var at = _position + (trims ? TrimMarkerLength : 0);
        SkipRightDelimiter(trims);
        _inAction = false;
        return new(TokenKind.RightDelimiter, at, Right);
    }

    private void SkipRightDelimiter(bool trims)
    {
        _position += Right.Length;
        if (!trims)
            return;

        _position += TrimMarkerLength;
        _position += source.AsSpan(_position).IndexOfAnyExcept(Blanks) is >= 0 and var length ? length : source.Length - _position;
    }

    private bool AtRightDelimiter(out bool trims)
    {
        trims = _position + 1 < source.Length && IsBlank(source[_position]) && source[_position + 1] == '-'
            && StartsWith(Right, TrimMarkerLength);
        return trims || StartsWith(Right);
    }

    private bool HasLeftTrim(int at) => at + 1 < source.Length && source[at] == '-' && IsBlank(source[at + 1]);

    private bool StartsWith(string mark, int offset = 0) =>
        source.AsSpan(Math.Min(_position + offset, source.Length)).StartsWith(mark, StringComparison.Ordinal);

    private static bool IsBlank(char unit) => Blanks.Contains(unit, StringComparison.Ordinal);

    private Token Emit(TokenKind kind) => new(kind, _start, source[_start.._position]);

    private Token Error(string message)
    {
        _stopped = true;
        return new(TokenKind.Error, _start, message);
    }
}
