namespace GitOps.Cake.Templates.Expressions;

internal sealed partial class RegexParser
{
    // [a-z\d[:alpha:]^-]
    private RuneSet ParseClass()
    {
        var start = _position++;
        var isNegated = IsAt('^');
        _position += isNegated ? 1 : 0;
        var set = new RuneSet();
        for (var isFirst = true; isFirst || !IsAt(']'); isFirst = false)
        {
            if (_position >= _pattern.Length)
                throw new RegexSyntaxException("missing closing ]", _pattern[start..]);
            if (IsAt('[') && IsAt(':', 1) && TryParseNamedClass(set))
                continue;
            if (IsAt('\\') && TryParseSet(out var escaped))
                set.Add(escaped);
            else
                ParseRange(set, start);
        }

        _position++;
        if (_flags.HasFlag(RegexFlags.FoldCase))
            set.Fold();
        return isNegated ? set.Seal().Negate() : set.Seal();
    }

    private void ParseRange(RuneSet set, int classStart)
    {
        var start = _position;
        var low = ParseClassRune(classStart);
        var high = low;

        // A minus in front of the closing bracket is one.
        if (IsAt('-') && _position + 1 < _pattern.Length && !IsAt(']', 1))
        {
            _position++;
            high = ParseClassRune(classStart);
            if (high < low)
                throw new RegexSyntaxException("invalid character class range", _pattern[start.._position]);
        }

        set.Add(low, high);
    }

    private int ParseClassRune(int classStart)
    {
        if (_position >= _pattern.Length)
            throw new RegexSyntaxException("missing closing ]", _pattern[classStart..]);
        return IsAt('\\') ? ParseEscapedRune() : TakeRune();
    }

    // [:alpha:] or [:^alpha:]
    private bool TryParseNamedClass(RuneSet set)
    {
        var end = _pattern.IndexOf(":]", _position + 2, StringComparison.Ordinal);
        if (end < 0)
            return false;

        var written = _pattern[_position..(end + 2)];
        var isNegated = written[2] == '^';
        var found = RuneClasses.Posix(written[(isNegated ? 3 : 2)..^2]) ?? throw new RegexSyntaxException("invalid character class range", written);
        _position = end + 2;
        found = Folded(found);
        set.Add(isNegated ? found.Negate() : found);
        return true;
    }
}
