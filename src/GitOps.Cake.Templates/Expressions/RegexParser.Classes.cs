namespace GitOps.Cake.Templates.Expressions;

internal sealed partial class RegexParser
{
    // [a-z\d[:alpha:]^-]
    private RuneSet ParseClass()
    {
        var start = position++;
        var isNegated = IsAt('^');
        position += isNegated ? 1 : 0;
        var set = new RuneSet();
        for (var isFirst = true; isFirst || !IsAt(']'); isFirst = false)
        {
            if (position >= pattern.Length)
                throw new RegexSyntaxException("missing closing ]", pattern[start..]);
            if (IsAt('[') && IsAt(':', 1) && TryParseNamedClass(set))
                continue;
            if (IsAt('\\') && TryParseSet(out var escaped))
                set.Add(escaped);
            else
                ParseRange(set, start);
        }

        position++;
        if (flags.HasFlag(RegexFlags.FoldCase))
            set.Fold();
        return isNegated ? set.Seal().Negate() : set.Seal();
    }

    private void ParseRange(RuneSet set, int classStart)
    {
        var start = position;
        var low = ParseClassRune(classStart);
        var high = low;

        // A minus in front of the closing bracket is one.
        if (IsAt('-') && position + 1 < pattern.Length && !IsAt(']', 1))
        {
            position++;
            high = ParseClassRune(classStart);
            if (high < low)
                throw new RegexSyntaxException("invalid character class range", pattern[start..position]);
        }

        set.Add(low, high);
    }

    private int ParseClassRune(int classStart)
    {
        if (position >= pattern.Length)
            throw new RegexSyntaxException("missing closing ]", pattern[classStart..]);
        return IsAt('\\') ? ParseEscapedRune() : TakeRune();
    }

    // [:alpha:] or [:^alpha:]
    private bool TryParseNamedClass(RuneSet set)
    {
        var end = pattern.IndexOf(":]", position + 2, StringComparison.Ordinal);
        if (end < 0)
            return false;

        var written = pattern[position..(end + 2)];
        var isNegated = written[2] == '^';
        var found = RuneClasses.Posix(written[(isNegated ? 3 : 2)..^2]) ?? throw new RegexSyntaxException("invalid character class range", written);
        position = end + 2;
        found = Folded(found);
        set.Add(isNegated ? found.Negate() : found);
        return true;
    }
}
