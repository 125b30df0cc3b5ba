using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Turns the parser's complaints into places and words that help.</summary>
internal static class YamlProblem
{
    public static YamlReadException From(YamlException exception, string text, YamlReadOptions options)
    {
        var message = exception.Message;
        if (message.Contains("tab", StringComparison.Ordinal) && TabIndent(text, exception.Start.Line) is { } tab)
            return new YamlReadException(options.Position(tab, 1), "found a tab character where indentation is expected: indent with blanks", exception);

        // The start of a quoted text matters where its end is missing; of other mistakes within it, their own place.
        var inside = exception.End.Line > 0 && message.Contains("escape", StringComparison.Ordinal);
        var mark = inside ? exception.End : exception.Start;
        return new YamlReadException(options.Position(mark.Line, mark.Column), Words(message), exception);
    }

    /// <summary>A failure that the parser gives no place for: it happens behind the last event, in the innermost open bracket if there is one.</summary>
    public static YamlReadException AfterEvent(ParsingEvent? last, ParsingEvent? openBracket, Exception exception, YamlReadOptions options)
    {
        var at = openBracket ?? last;
        var problem = openBracket switch
        {
            SequenceStart => "did not find expected ',' or ']': the list that begins here is not closed",
            MappingStart => "did not find expected ',' or '}': the map that begins here is not closed",
            _ => "this is no YAML: check the brackets, quotes and indentation from here on",
        };
        return new YamlReadException(options.Position(at?.Start.Line ?? 1, at?.Start.Column ?? 1), problem, exception);
    }

    private static string Words(string message)
    {
        var problem = message.TrimEnd('.');
        return problem switch
        {
            _ when problem.EndsWith("found invalid mapping", StringComparison.Ordinal) || problem.StartsWith("Mapping values", StringComparison.Ordinal) =>
                "mapping values are not allowed in this context: put a text with ': ' in quotes, or check the indentation",
            _ when problem.EndsWith("did not find expected key", StringComparison.Ordinal) =>
                $"{Lower(problem)}: check the indentation here and above, and the quotes",
            _ when problem.EndsWith("could not find expected ':'", StringComparison.Ordinal) =>
                $"{Lower(problem)}: a line of a map needs 'key: value'",
            _ when problem.EndsWith("cannot start any token", StringComparison.Ordinal) =>
                $"{Lower(problem)}: put the text in quotes",
            _ when problem.EndsWith("quoted scalar, found unexpected end of stream", StringComparison.Ordinal) =>
                "the quote that opens here is not closed",
            _ when problem.StartsWith("Block sequence entries", StringComparison.Ordinal) =>
                $"{Lower(problem)}: begin the list on a line of its own, or put the text in quotes",
            _ => Lower(problem),
        };
    }

    private static string Lower(string text) => text.Length == 0 ? "this is no YAML" : char.ToLowerInvariant(text[0]) + text[1..];

    private static long? TabIndent(string text, long firstLine)
    {
        var line = 1L;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan()[range].TrimStart(' ');
            if (line >= firstLine && content is ['\t', ..])
                return line;
            line++;
        }

        return null;
    }
}
