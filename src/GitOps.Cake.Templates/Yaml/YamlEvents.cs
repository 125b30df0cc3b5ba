using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>The parser's events, with every failure turned into one of ours that says what to do.</summary>
internal sealed class YamlEvents(string text, YamlReadOptions options)
{
    private readonly Parser parser = new(new StringReader(text));
    private readonly Stack<NodeEvent> open = new();
    private ParsingEvent? current;

    public ParsingEvent Current => current!;

    public YamlPosition Position(ParsingEvent at) => options.Position(at.Start.Line, at.Start.Column);

    public ParsingEvent Next()
    {
        try
        {
            parser.MoveNext();
        }
        catch (YamlException exception)
        {
            throw YamlProblem.From(exception, text, options);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser has states that it does not expect itself, for example behind an unclosed bracket.
            throw YamlProblem.AfterEvent(current, open.FirstOrDefault(IsBracket), exception, options);
        }

        current = parser.Current!;
        if (current is MappingStart or SequenceStart)
            open.Push((NodeEvent)current);
        else if (current is MappingEnd or SequenceEnd)
            open.Pop();
        return current;
    }

    private static bool IsBracket(NodeEvent start) =>
        start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow };
}
