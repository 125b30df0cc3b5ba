using System.Text;

namespace GitOps.Cake.Templates.Expressions;

/// <summary>A regular expression with the syntax and the matches of Go's <c>regexp</c>.</summary>
internal sealed class GoRegex
{
    private const int WholeMatch = 2;

    private readonly string _pattern;
    private readonly RegexProgram _program;

    private GoRegex(string pattern, RegexProgram program)
    {
        this._pattern = pattern;
        this._program = program;
    }

    /// <exception cref="RegexSyntaxException">The pattern is not well formed.</exception>
    public static GoRegex Parse(string pattern) => new(pattern, RegexProgram.Compile(pattern));

    public bool IsMatch(string text, Action<long> work) => new RegexMatcher(_program, text, 0, work).Find(0) is not null;

    public string Find(string text, Action<long> work) =>
        new RegexMatcher(_program, text, WholeMatch, work).Find(0) is { } match ? text[match[0]..match[1]] : "";

    /// <summary>All matches that do not overlap; an empty one right behind another one does not count.</summary>
    public List<(int Start, int End)> FindAll(string text, long count, Action<long> work)
    {
        var found = new List<(int Start, int End)>();
        var matcher = new RegexMatcher(_program, text, WholeMatch, work);
        var most = count < 0 ? text.Length + 1L : count;
        var (position, lastEnd) = (0, -1);
        while (found.Count < most && position <= text.Length && matcher.Find(position) is { } match)
        {
            var isCounted = match[1] != position || match[0] != lastEnd;
            position = match[1] == position ? position + WidthAt(text, position) : match[1];
            lastEnd = match[1];
            if (isCounted)
                found.Add((match[0], match[1]));
        }

        return found;
    }

    /// <summary>Puts something in place of every match.</summary>
    public string Replace(string text, Action<StringBuilder, int[]> append, Action<long> work)
    {
        var output = new StringBuilder();
        var matcher = new RegexMatcher(_program, text, _program.Names.Count * 2, work);
        var (lastEnd, position) = (0, 0);
        while (position <= text.Length && matcher.Find(position) is { } match)
        {
            output.Append(text, lastEnd, match[0] - lastEnd);
            if (match[1] > lastEnd || match[0] == 0)
                append(output, match);
            lastEnd = match[1];

            // Always one character further.
            position = Math.Max(match[1], position + WidthAt(text, position));
        }

        return output.Append(text, lastEnd, text.Length - lastEnd).ToString();
    }

    /// <summary>The texts between matches; null for a count of zero.</summary>
    public List<string>? Split(string text, long count, Action<long> work)
    {
        if (count == 0)
            return null;
        if (_pattern.Length > 0 && text.Length == 0)
            return [""];

        var parts = new List<string>();
        var (start, end) = (0, 0);
        foreach (var match in FindAll(text, count, work))
        {
            if (count > 0 && parts.Count == count - 1)
                break;

            end = match.Start;
            if (match.End != 0)
                parts.Add(text[start..end]);
            start = match.End;
        }

        if (end != text.Length)
            parts.Add(text[start..]);
        return parts;
    }

    /// <summary>Appends a replacement with <c>$1</c>, <c>${name}</c> and <c>$$</c> filled in.</summary>
    public void Expand(StringBuilder output, string replacement, string text, int[] match)
    {
        var rest = replacement.AsSpan();
        while (rest.IndexOf('$') is >= 0 and var dollar)
        {
            output.Append(rest[..dollar]);
            rest = rest[(dollar + 1)..];
            if (rest is ['$', ..])
            {
                output.Append('$');
                rest = rest[1..];
            }
            else if (TryName(ref rest, out var name))
                AppendGroup(output, name, text, match);
            else
                output.Append('$');
        }

        output.Append(rest);
    }

    private void AppendGroup(StringBuilder output, string name, string text, int[] match)
    {
        if (IsNumber(name))
        {
            if (name.Length < 9 && int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) is var group && group < _program.Names.Count)
                AppendGroup(output, group, text, match);
            return;
        }

        // Groups may share a name; the first one that took part counts.
        for (var index = 1; index < _program.Names.Count; index++)
        {
            if (_program.Names[index] == name && match[index * 2] >= 0)
            {
                AppendGroup(output, index, text, match);
                return;
            }
        }
    }

    private static void AppendGroup(StringBuilder output, int group, string text, int[] match)
    {
        if (match[group * 2] >= 0)
            output.Append(text, match[group * 2], match[group * 2 + 1] - match[group * 2]);
    }

    private static bool IsNumber(string name) => !name.AsSpan().ContainsAnyExceptInRange('0', '9') && (name.Length == 1 || name[0] != '0');

    // As many letters, digits and underscores as there are, or those in braces.
    private static bool TryName(ref ReadOnlySpan<char> rest, out string name)
    {
        name = "";
        var start = rest is ['{', ..] ? 1 : 0;
        var end = start;
        while (end < rest.Length && Rune.DecodeFromUtf16(rest[end..], out var rune, out var used) == System.Buffers.OperationStatus.Done
            && Texts.GoUnicode.IsAlphanumeric(rune))
            end += used;
        if (end == start || (start == 1 && (end == rest.Length || rest[end] != '}')))
            return false;

        name = rest[start..end].ToString();
        rest = rest[(end + start)..];
        return true;
    }

    private static int WidthAt(string text, int position)
    {
        if (position >= text.Length)
            return 1;

        Rune.DecodeFromUtf16(text.AsSpan(position), out _, out var width);
        return width;
    }
}
