namespace GitOps.Cake.Templates.Expressions;

internal sealed partial class RegexParser
{
    private RegexNode? ParseGroup()
    {
        if (++_depth > MostHeight)
            throw new RegexSyntaxException("expression nests too deeply", _pattern);

        var outer = _flags;
        string? name = null;
        var isCapture = true;
        if (!IsAt('?', 1))
            _position++;
        else if (!TryParseName(out name))
        {
            isCapture = false;
            if (!ParseFlags())
            {
                // (?i) holds until the end of the group around it.
                _depth--;
                return null;
            }
        }

        var index = _names.Count;
        if (isCapture)
            _names.Add(name);
        var inner = ParseChoice();
        if (!IsAt(')'))
            throw new RegexSyntaxException("missing closing )", _pattern);

        _position++;
        _depth--;
        _flags = outer;
        return isCapture ? Checked(new RegexNode.Capture(index, name, inner)) : inner;
    }

    // (?P<name> or (?<name>
    private bool TryParseName(out string? name)
    {
        name = null;
        var rest = _pattern.AsSpan(_position);
        var start = rest.Length > 4 && rest[2] == 'P' && rest[3] == '<' ? 4 : rest.Length > 3 && rest[2] == '<' ? 3 : 0;
        if (start == 0)
            return false;

        var end = rest.IndexOf('>');
        if (end < 0)
            throw new RegexSyntaxException("invalid named capture", rest.ToString());
        name = rest[start..end].ToString();
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
            throw new RegexSyntaxException("invalid named capture", rest[..(end + 1)].ToString());

        _position += end + 1;
        return true;
    }

    // Whether a group begins: (?i: does, (?i) does not.
    private bool ParseFlags()
    {
        var start = _position;
        _position += 2;
        var (changed, isOff, sawFlag) = (_flags, false, false);
        while (_position < _pattern.Length)
        {
            var unit = TakeRune();
            var flag = unit switch
            {
                'i' => RegexFlags.FoldCase,
                'm' => RegexFlags.Lines,
                's' => RegexFlags.DotTakesAll,
                'U' => RegexFlags.Lazy,
                _ => RegexFlags.None,
            };
            if (flag != RegexFlags.None)
            {
                changed = isOff ? changed & ~flag : changed | flag;
                sawFlag = true;
            }
            else if (unit == '-' && !isOff)
                (isOff, sawFlag) = (true, false);
            else if (unit is ':' or ')' && (!isOff || sawFlag))
            {
                _flags = changed;
                return unit == ':';
            }
            else
                break;
        }

        throw new RegexSyntaxException("invalid or unsupported Perl syntax", _pattern[start.._position]);
    }
}
