using System.Text;

namespace GitOps.Cake.Templates.Expressions;

/// <summary>Reads the syntax of Go's regular expressions (RE2's, with Perl's additions).</summary>
internal sealed partial class RegexParser
{
    // The limits of Go.
    private const int MostRepeats = 1000;
    private const int MostHeight = 1000;

    private readonly string _pattern;
    private readonly List<string?> _names = [null];
    private int _position;
    private RegexFlags _flags;

    // How many groups are open.
    private int _depth;

    private RegexParser(string pattern) => this._pattern = pattern;

    /// <summary>Reads a pattern.</summary>
    /// <returns>The expression, and the names of its groups; the first stands for the whole match.</returns>
    /// <exception cref="RegexSyntaxException">The pattern is not well formed.</exception>
    public static (RegexNode Root, IReadOnlyList<string?> Names) Parse(string pattern)
    {
        var parser = new RegexParser(pattern);
        var root = parser.ParseChoice();
        if (parser._position < pattern.Length)
            throw new RegexSyntaxException("unexpected )", pattern);
        return (root, parser._names);
    }

    private bool IsAt(char unit, int offset = 0) => _position + offset < _pattern.Length && _pattern[_position + offset] == unit;

    private RegexNode ParseChoice()
    {
        var options = new List<RegexNode> { ParseSequence() };
        while (IsAt('|'))
        {
            _position++;
            options.Add(ParseSequence());
        }

        return Checked(options.Count == 1 ? options[0] : new RegexNode.Choice(options));
    }

    private RegexNode ParseSequence()
    {
        var parts = new List<RegexNode>();

        // Where the repetition before began, if nothing stands between: two in a row are refused.
        int? repeated = null;
        while (_position < _pattern.Length && !IsAt('|') && !IsAt(')'))
        {
            var start = _position;
            if (TryParseRepetition(parts, repeated))
            {
                repeated = start;
                continue;
            }

            repeated = null;
            ParseItem(parts);
        }

        return Checked(parts.Count == 1 ? parts[0] : new RegexNode.Sequence(parts));
    }

    private void ParseItem(List<RegexNode> parts)
    {
        if (IsAt('\\') && IsAt('Q', 1))
            ParseQuotation(parts);
        else if (!IsAt('('))
            parts.Add(ParseAtom());
        else if (ParseGroup() is { } group)
            parts.Add(group);
    }

    private RegexNode ParseAtom()
    {
        switch (_pattern[_position])
        {
            case '[':
                return new RegexNode.Characters(ParseClass());
            case '^':
                _position++;
                return new RegexNode.Place(_flags.HasFlag(RegexFlags.Lines) ? RegexPlace.LineStart : RegexPlace.TextStart);
            case '$':
                _position++;
                return new RegexNode.Place(_flags.HasFlag(RegexFlags.Lines) ? RegexPlace.LineEnd : RegexPlace.TextEnd);
            case '.':
                _position++;
                return new RegexNode.Characters(_flags.HasFlag(RegexFlags.DotTakesAll) ? RuneClasses.All : RuneClasses.AllButLineEnd);
            case '\\':
                return ParseEscaped();
            default:
                return Literal(TakeRune());
        }
    }

    private int TakeRune()
    {
        Rune.DecodeFromUtf16(_pattern.AsSpan(_position), out var rune, out var used);
        _position += used;
        return rune.Value;
    }

    private RegexNode.Characters Literal(int rune)
    {
        var set = new RuneSet();
        set.Add(rune, rune);
        if (_flags.HasFlag(RegexFlags.FoldCase))
            set.Fold();
        return new(set.Seal());
    }

    private RegexNode Checked(RegexNode node) =>
        node.Height <= MostHeight ? node : throw new RegexSyntaxException("expression nests too deeply", _pattern);
}
