using System.Text;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct YamlParser
{
    private const string OnlyOne = "did not find expected node content: a value takes one anchor and one tag";

    private const string UriMarks = "_-;/?:@&=+$,.!~*'()[]%";

    /// <summary>Reads an anchor and a tag, in any order, as long as they stand on one line; in brackets also on several.</summary>
    private YamlProperties ReadProperties() => Current is '&' or '!' ? ReadPropertiesHere() : default;

    private YamlProperties ReadPropertiesHere()
    {
        var properties = default(YamlProperties);
        var start = _line;
        while (!AtEnd && (_line == start || _flowLevel > 0) && Current is '&' or '!')
        {
            if (Current == '&' ? properties.Anchor is not null : properties.Tag is not null)
                Fail(OnlyOne);

            properties = Current == '&' ? properties with { Anchor = AnchorName().ToString() } : properties with { Tag = TagName() };
            _keyAllowed = false;
            SkipToToken();
        }

        return properties;
    }

    private readonly YamlProperties Joined(YamlProperties one, YamlProperties other)
    {
        if ((one.Anchor is not null && other.Anchor is not null) || (one.Tag is not null && other.Tag is not null))
            Fail(OnlyOne);
        return one.And(other);
    }

    private ReadOnlySpan<char> AnchorName()
    {
        var start = ++_position;
        while (_position < _text.Length && IsWordCharacter(_text[_position]))
            _position++;
        if (_position == start || !(IsBlankAt(_position) || _text[_position] is '?' or ':' or ',' or ']' or '}' or '%' or '@' or '`'))
            Fail("did not find expected alphabetic or numeric character: & and * begin the name of an anchor, put other texts in quotes");
        return _text[start.._position];
    }

    // "!<uri>", "!name", "!!name" or "!handle!name"; "!" alone says nothing.
    private string? TagName()
    {
        var start = _position++;
        string tag;
        if (Current == '<')
        {
            _position++;
            tag = Uri();
            if (Current != '>')
                Fail("did not find the expected '>' of a tag");
            _position++;
        }
        else
        {
            while (_position < _text.Length && IsWordCharacter(_text[_position]))
                _position++;
            if (Current == '!')
            {
                var handle = _text[start..++_position].ToString();
                tag = Prefix(handle) + Uri();
            }
            else
            {
                _position = start + 1;
                tag = IsBlankAt(_position) ? "!" : Prefix("!") + Uri();
            }
        }

        return IsBlankAt(_position) ? tag : throw Problem("did not find expected whitespace or line break behind a tag: put a text that begins with '!' in quotes");
    }

    private readonly string Prefix(string handle) =>
        _tagHandles is not null && _tagHandles.TryGetValue(handle, out var prefix) ? prefix
        : handle switch
        {
            "!" => "!",
            "!!" => YamlTags.LongPrefix,
            _ => throw Problem($"found undefined tag handle {handle}: declare it with %TAG, or put the text in quotes"),
        };

    private string Uri()
    {
        var bytes = new List<byte>();
        for (; _position < _text.Length && (IsWordCharacter(_text[_position]) || UriMarks.Contains(_text[_position], StringComparison.Ordinal)); _position++)
        {
            if (_text[_position] != '%')
            {
                bytes.Add((byte)_text[_position]);
                continue;
            }

            if (_position + 2 >= _text.Length || !char.IsAsciiHexDigit(_text[_position + 1]) || !char.IsAsciiHexDigit(_text[_position + 2]))
                Fail("did not find URI escaped octet in a tag");
            bytes.Add(Convert.FromHexString(_text.Slice(_position + 1, 2))[0]);
            _position += 2;
        }

        return bytes.Count > 0 ? Encoding.UTF8.GetString([.. bytes]) : throw Problem("did not find expected tag URI");
    }

    private bool ReadDirectives()
    {
        var (found, version) = (false, false);
        while (!AtEnd && _position == _lineStart && Current == '%')
        {
            found = true;
            _position++;
            switch (Word().ToString())
            {
                case "YAML" when version:
                    Fail("found duplicate %YAML directive");
                    break;
                case "YAML":
                    version = true;
                    if (Word() is not "1.1")
                        Fail("found incompatible YAML document: helm and helmfile read %YAML 1.1 only, leave the line out");
                    break;
                case "TAG":
                    TagDirective();
                    break;
                default:
                    Fail("found unknown directive name: a line that begins with % is a directive, put other texts in quotes");
                    break;
            }

            EndDirective();
        }

        return found;
    }

    private void TagDirective()
    {
        var handle = Word().ToString();
        if (handle is not ['!', .., '!'] and not "!")
            Fail("did not find expected '!' of a %TAG directive");
        while (Current is ' ' or '\t')
            _position++;
        _tagHandles ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (!_tagHandles.TryAdd(handle, Uri()))
            Fail("found duplicate %TAG directive");
    }

    private void EndDirective()
    {
        while (Current is ' ' or '\t')
            _position++;
        if (Current == '#')
            SkipLine();
        if (!IsBlankAt(_position))
            Fail("did not find expected comment or line break behind a directive");
        SkipToToken();
    }

    private ReadOnlySpan<char> Word()
    {
        while (Current is ' ' or '\t')
            _position++;
        var start = _position;
        while (!IsBlankAt(_position))
            _position++;
        return _text[start.._position];
    }

    private static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}
