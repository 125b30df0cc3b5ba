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

    private readonly ReadOnlySpan<char> _text;
    private readonly YamlBuilder _builder;

    private int _position;
    private int _line;
    private int _lineStart;
    private int _depth;
    private int _flowLevel;

    // The column of the block collection around the outermost bracket.
    private int _flowIndent;

    // Whether a key, or a block collection, may begin here: at the beginning of a line and behind "- " and "? ", not behind "key: ".
    private bool _keyAllowed = true;

    private Dictionary<string, string>? _tagHandles;

    public YamlParser(ReadOnlySpan<char> text, YamlBuilder builder)
    {
        this._text = text;
        this._builder = builder;
    }

    /// <summary>Goes to the next document; the first needs no <c>---</c>.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool NextDocument(bool isFirst)
    {
        _builder.BeginDocument();
        _keyAllowed = true;
        _tagHandles = null;
        SkipToToken();
        if (isFirst && IsMarker("..."))
            Fail("did not find expected node content: nothing stands before the end of the document");
        while (IsMarker("..."))
            SkipMarker();
        if (_position >= _text.Length)
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

    /// <summary>Looks at what follows the document's node, but no further than go-yaml, which has to know the next token to end a document.</summary>
    public void EndDocument()
    {
        SkipToToken();
        ReadDirectives();
        if (AtEnd)
            return;

        if (Current is '"' or '\'')
            Quoted();
        else if (Current is '@' or '`' or '\t')
            throw NoToken(Current);
    }

    private char Current => _position < _text.Length ? _text[_position] : '\n';

    private readonly YamlMark Here => new(_line, _position - _lineStart);

    private readonly bool AtEnd => _position >= _text.Length;

    /// <summary>The column of the next token, -1 at the end of the document.</summary>
    private readonly int NodeColumn
    {
        get
        {
            if (_position >= _text.Length)
                return -1;
            if (_position == _lineStart && _text[_position] is '-' or '.' or '%' && (_text[_position] == '%' || IsMarker("---") || IsMarker("...")))
                return -1;
            return _position - _lineStart;
        }
    }

    private readonly bool IsDash => _text[_position] == '-' && IsBlankAt(_position + 1);

    private readonly bool IsQuestion => _text[_position] == '?' && IsBlankAt(_position + 1);

    private readonly bool IsColon => _position < _text.Length && _text[_position] == ':' && (_flowLevel > 0 || IsBlankAt(_position + 1));

    private readonly bool IsMarker(string marker) =>
        _position == _lineStart && _text[_position..].StartsWith(marker, StringComparison.Ordinal) && IsBlankAt(_position + marker.Length);

    private readonly bool IsBlankAt(int at) => at >= _text.Length || _text[at] is ' ' or '\t' || IsBreak(_text[at]);

    // The other line ends of YAML 1.1 are made "\n" before.
    private static bool IsBreak(char character) => character is '\n' or '\u2028' or '\u2029';

    private void SkipMarker()
    {
        _position += 3;
        _keyAllowed = false;
        SkipToToken();
    }

    /// <summary>Passes blanks, comments and line ends. A tab may not indent, so it is no blank where a key may begin.</summary>
    private void SkipToToken()
    {
        while (_position < _text.Length)
        {
            var character = _text[_position];
            if (character == ' ' || (character == '\t' && (_flowLevel > 0 || !_keyAllowed)) || (character == '\uFEFF' && _position == _lineStart))
                _position++;
            else if (character == '#')
                SkipLine();
            else if (IsBreak(character))
            {
                NextLine();
                _keyAllowed |= _flowLevel == 0;
            }
            else
                return;
        }
    }

    private void SkipLine()
    {
        var length = _text[_position..].IndexOfAny('\n', '\u2028', '\u2029');
        _position = length < 0 ? _text.Length : _position + length;
    }

    private void NextLine()
    {
        _position++;
        _line++;
        _lineStart = _position;
    }

    private void Enter(YamlMark start)
    {
        if (++_depth > _builder.Options.MaxDepth)
            throw _builder.TooDeep(start);
    }

    private readonly YamlReadException Problem(string problem) => _builder.Problem(Here, problem);

    [DoesNotReturn]
    private readonly void Fail(string problem) => throw Problem(problem);
}
