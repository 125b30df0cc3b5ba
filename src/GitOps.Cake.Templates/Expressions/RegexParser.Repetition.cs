using System.Globalization;

namespace GitOps.Cake.Templates.Expressions;

internal sealed partial class RegexParser
{
    private bool TryParseRepetition(List<RegexNode> parts, int? repeated)
    {
        var start = _position;
        if (!TryReadCount(out var least, out var most))
            return false;

        var isLazy = IsAt('?');
        _position += isLazy ? 1 : 0;
        var written = _pattern[start.._position];
        if (most is > MostRepeats || least > MostRepeats || least > most)
            throw new RegexSyntaxException("invalid repeat count", written.TrimEnd('?'));
        if (repeated is { } first)
            throw new RegexSyntaxException("invalid nested repetition operator", _pattern[first.._position]);
        if (parts.Count == 0)
            throw new RegexSyntaxException("missing argument to repetition operator", written);

        var node = new RegexNode.Repeat(parts[^1], least, most, IsGreedy: isLazy == _flags.HasFlag(RegexFlags.Lazy));
        if (written[0] == '{' && Times(node) > MostRepeats)
            throw new RegexSyntaxException("invalid repeat count", written);
        parts[^1] = Checked(node);
        return true;
    }

    // Braces that hold no count are ordinary characters.
    private bool TryReadCount(out int least, out int? most)
    {
        (least, most) = (0, null);
        switch (_pattern[_position])
        {
            case '*':
                _position++;
                return true;
            case '+':
                _position++;
                least = 1;
                return true;
            case '?':
                _position++;
                most = 1;
                return true;
            case '{':
                var start = _position++;
                if (TryReadBraces(out least, out most))
                    return true;
                _position = start;
                return false;
            default:
                return false;
        }
    }

    // {2} {2,} {2,5}
    private bool TryReadBraces(out int least, out int? most)
    {
        most = null;
        if (!TryReadNumber(out least))
            return false;

        if (!IsAt(','))
            most = least;
        else
        {
            _position++;
            if (!IsAt('}'))
            {
                if (!TryReadNumber(out var number))
                    return false;
                most = number;
            }
        }

        if (!IsAt('}'))
            return false;
        _position++;
        return true;
    }

    // No zeros in front. What is far too large stays too large.
    private bool TryReadNumber(out int number)
    {
        var rest = _pattern.AsSpan(_position);
        var length = rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : rest.Length;
        number = 0;
        if (length == 0 || (length > 1 && rest[0] == '0'))
            return false;

        number = length > 8 ? int.MaxValue : int.Parse(rest[..length], CultureInfo.InvariantCulture);
        _position += length;
        return true;
    }

    // How often the innermost part can be needed at most: counts multiply.
    private static long Times(RegexNode node) => node switch
    {
        RegexNode.Repeat { Least: 0, Most: null or 1 } star => Times(star.Inner),
        RegexNode.Repeat { Least: 1, Most: null } plus => Times(plus.Inner),
        RegexNode.Repeat repeat => repeat.Most == 0 ? 1 : Math.Max(1, repeat.Most ?? repeat.Least) * Times(repeat.Inner),
        RegexNode.Capture capture => Times(capture.Inner),
        RegexNode.Sequence { Parts.Count: > 0 } sequence => sequence.Parts.Max(Times),
        RegexNode.Choice choice => choice.Options.Max(Times),
        _ => 1,
    };
}
