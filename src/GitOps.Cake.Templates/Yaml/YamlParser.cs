using System.Diagnostics.CodeAnalysis;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// Reads YAML with the grammar of go-yaml (YAML 1.1 with its own liberties), one pass, from the text straight to a builder.
/// A node is read first; whether it is the key of a map shows in the colon behind it.
/// </summary>
internal ref partial struct YamlParser
{
    // A key without "?" has to end this many characters behind its beginning, on one line.
    private const int LongestKey = 1024;

    private const string NoDocumentStart =
        "did not find expected <document start>: check the indentation of this line and of those above; documents are separated by ---";

    private readonly ReadOnlySpan<char> text;
    private readonly YamlBuilder builder;

    private int position;
    private int line;
    private int lineStart;
    private int depth;
    private int flowLevel;

    // The column of the block collection around the outermost bracket.
    private int flowIndent;

    // Whether a key, or a block collection, may begin here: at the beginning of a line and behind "- " and "? ", not behind "key: ".
    private bool keyAllowed = true;

    private Dictionary<string, string>? tagHandles;

    public YamlParser(ReadOnlySpan<char> text, YamlBuilder builder)
    {
        this.text = text;
        this.builder = builder;
    }

    /// <summary>Goes to the next document; the first needs no <c>---</c>.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool NextDocument(bool isFirst)
    {
        builder.BeginDocument();
        keyAllowed = true;
        tagHandles = null;
        SkipToToken();
        if (isFirst && IsMarker("..."))
            Fail("did not find expected node content: nothing stands before the end of the document");
        while (IsMarker("..."))
            SkipMarker();
        if (position >= text.Length)
            return false;

        var hasDirectives = ReadDirectives();
        if (IsMarker("---"))
            SkipMarker();
        else if (hasDirectives || !isFirst)
            throw Problem(NoDocumentStart);
        return true;
    }

    /// <summary>Reads the document's node.</summary>
    public object? Document() => BlockValue(-1);

    /// <summary>Looks at what follows the document's node: the end, another document, or, which Kubernetes passes over, something else.</summary>
    public void EndDocument(bool isStrict)
    {
        SkipToToken();
        ReadDirectives();
        if (isStrict && NodeColumn >= 0)
            Fail(NoDocumentStart);
    }

    private char Current => position < text.Length ? text[position] : '\n';

    private readonly YamlMark Here => new(line, position - lineStart);

    private readonly bool AtEnd => position >= text.Length;

    /// <summary>The column of the next token, -1 at the end of the document.</summary>
    private readonly int NodeColumn
    {
        get
        {
            if (position >= text.Length)
                return -1;
            if (position == lineStart && text[position] is '-' or '.' or '%' && (text[position] == '%' || IsMarker("---") || IsMarker("...")))
                return -1;
            return position - lineStart;
        }
    }

    private readonly bool IsDash => text[position] == '-' && IsBlankAt(position + 1);

    private readonly bool IsQuestion => text[position] == '?' && IsBlankAt(position + 1);

    private readonly bool IsColon => position < text.Length && text[position] == ':' && (flowLevel > 0 || IsBlankAt(position + 1));

    private readonly bool IsMarker(string marker) =>
        position == lineStart && text[position..].StartsWith(marker, StringComparison.Ordinal) && IsBlankAt(position + marker.Length);

    private readonly bool IsBlankAt(int at) => at >= text.Length || text[at] is ' ' or '\t' || IsBreak(text[at]);

    // The other line ends of YAML 1.1 are made "\n" before.
    private static bool IsBreak(char character) => character is '\n' or '\u2028' or '\u2029';

    private void SkipMarker()
    {
        position += 3;
        keyAllowed = false;
        SkipToToken();
    }

    /// <summary>Passes blanks, comments and line ends. A tab may not indent, so it is no blank where a key may begin.</summary>
    private void SkipToToken()
    {
        while (position < text.Length)
        {
            var character = text[position];
            if (character == ' ' || (character == '\t' && (flowLevel > 0 || !keyAllowed)) || (character == '\uFEFF' && position == lineStart))
                position++;
            else if (character == '#')
                SkipLine();
            else if (IsBreak(character))
            {
                NextLine();
                keyAllowed |= flowLevel == 0;
            }
            else
                return;
        }
    }

    private void SkipLine()
    {
        var length = text[position..].IndexOfAny('\n', '\u2028', '\u2029');
        position = length < 0 ? text.Length : position + length;
    }

    private void NextLine()
    {
        position++;
        line++;
        lineStart = position;
    }

    private void Enter(YamlMark start)
    {
        if (++depth > builder.Options.MaxDepth)
            throw builder.TooDeep(start);
    }

    private readonly YamlReadException Problem(string problem) => builder.Problem(Here, problem);

    [DoesNotReturn]
    private readonly void Fail(string problem) => throw Problem(problem);
}
