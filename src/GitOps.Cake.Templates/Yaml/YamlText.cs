using System.Text.RegularExpressions;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>What go-yaml's emitter asks of a text before it chooses how to write it.</summary>
internal readonly partial record struct YamlText
{
    /// <summary>No line break of any kind.</summary>
    public bool IsOneLine { get; private init; }

    /// <summary>Whether it can stand without quotes, as far as its characters go.</summary>
    public bool AllowsPlain { get; private init; }

    /// <summary>Whether single quotes keep it as it is.</summary>
    public bool AllowsSingleQuotes { get; private init; }

    /// <summary>Whether a literal block keeps it as it is.</summary>
    public bool AllowsBlock { get; private init; }

    public static YamlText Analyze(string text)
    {
        if (text.Length == 0)
            return new YamlText { IsOneLine = true, AllowsPlain = true, AllowsSingleQuotes = true };

        var (breaks, special, tabs, spaceBreak, breakSpace) = (false, false, false, false, false);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            breaks |= IsBreak(character);
            tabs |= character == '\t';
            special |= character != '\t' && !IsPrintable(character);
            spaceBreak |= index > 0 && text[index - 1] == ' ' && IsBreak(character);
            breakSpace |= index > 0 && IsBreak(text[index - 1]) && character == ' ';
        }

        var atEdge = text[0] == ' ' || text[^1] == ' ' || IsBreak(text[0]) || IsBreak(text[^1]);
        var quotable = !breakSpace && !spaceBreak && !tabs && !special;
        return new YamlText
        {
            IsOneLine = !breaks,
            AllowsPlain = quotable && !breaks && !atEdge && !HasIndicator(text),
            AllowsSingleQuotes = quotable,
            AllowsBlock = !spaceBreak && !special && text[^1] != ' ',
        };
    }

    /// <summary>Whether a reader could take the text without quotes for something else: null, a bool, a number, a date, also by YAML 1.1.</summary>
    public static bool LooksTyped(string text) =>
        YamlScalars.TryResolve(text, YamlDialect.GoYaml3, out _)
        || YamlScalars.OldBool(text) is not null
        || (text[0] is (>= '0' and <= '9') or '+' or '-' && text.Contains(':', StringComparison.Ordinal) && Base60().IsMatch(text));

    public static bool IsBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    // The emitter takes characters beyond U+FFFF, here halves of a pair, for unprintable.
    public static bool IsPrintable(char character) =>
        character is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and < '\uFFFE' and not '\uFEFF');

    private static bool HasIndicator(string text)
    {
        if (text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal))
            return true;
        if (text[0] is '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`')
            return true;
        if (text[0] is '?' or '-' && IsBlankOrEnd(text, 1))
            return true;

        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == ':' && IsBlankOrEnd(text, index + 1))
                return true;
            if (text[index] == '#' && index > 0 && (text[index - 1] is ' ' or '\t' or '\0' || IsBreak(text[index - 1])))
                return true;
        }

        return false;
    }

    private static bool IsBlankOrEnd(string text, int at) => at >= text.Length || text[at] is ' ' or '\t';

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base60();
}
