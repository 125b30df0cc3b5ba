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
        var start = line;
        while (!AtEnd && (line == start || flowLevel > 0) && Current is '&' or '!')
        {
            if (Current == '&' ? properties.Anchor is not null : properties.Tag is not null)
                Fail(OnlyOne);

            properties = Current == '&' ? properties with { Anchor = AnchorName().ToString() } : properties with { Tag = TagName() };
            keyAllowed = false;
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
        var start = ++position;
        while (position < text.Length && IsWordCharacter(text[position]))
            position++;
        if (position == start || !(IsBlankAt(position) || text[position] is '?' or ':' or ',' or ']' or '}' or '%' or '@' or '`'))
            Fail("did not find expected alphabetic or numeric character: & and * begin the name of an anchor, put other texts in quotes");
        return text[start..position];
    }

    // "!<uri>", "!name", "!!name" or "!handle!name"; "!" alone says nothing.
    private string? TagName()
    {
        var start = position++;
        string tag;
        if (Current == '<')
        {
            position++;
            tag = Uri();
            if (Current != '>')
                Fail("did not find the expected '>' of a tag");
            position++;
        }
        else
        {
            while (position < text.Length && IsWordCharacter(text[position]))
                position++;
            if (Current == '!')
            {
                var handle = text[start..++position].ToString();
                tag = Prefix(handle) + Uri();
            }
            else
            {
                position = start + 1;
                tag = IsBlankAt(position) ? "!" : Prefix("!") + Uri();
            }
        }

        return IsBlankAt(position) ? tag : throw Problem("did not find expected whitespace or line break behind a tag: put a text that begins with '!' in quotes");
    }

    private readonly string Prefix(string handle) =>
        tagHandles is not null && tagHandles.TryGetValue(handle, out var prefix) ? prefix
        : handle switch
        {
            "!" => "!",
            "!!" => YamlTags.LongPrefix,
            _ => throw Problem($"found undefined tag handle {handle}: declare it with %TAG, or put the text in quotes"),
        };

    private string Uri()
    {
        var bytes = new List<byte>();
        for (; position < text.Length && (IsWordCharacter(text[position]) || UriMarks.Contains(text[position], StringComparison.Ordinal)); position++)
        {
            if (text[position] != '%')
            {
                bytes.Add((byte)text[position]);
                continue;
            }

            if (position + 2 >= text.Length || !char.IsAsciiHexDigit(text[position + 1]) || !char.IsAsciiHexDigit(text[position + 2]))
                Fail("did not find URI escaped octet in a tag");
            bytes.Add(Convert.FromHexString(text.Slice(position + 1, 2))[0]);
            position += 2;
        }

        return bytes.Count > 0 ? Encoding.UTF8.GetString([.. bytes]) : throw Problem("did not find expected tag URI");
    }

    private bool ReadDirectives()
    {
        var (found, version) = (false, false);
        while (!AtEnd && position == lineStart && Current == '%')
        {
            found = true;
            position++;
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
            position++;
        tagHandles ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (!tagHandles.TryAdd(handle, Uri()))
            Fail("found duplicate %TAG directive");
    }

    private void EndDirective()
    {
        while (Current is ' ' or '\t')
            position++;
        if (Current == '#')
            SkipLine();
        if (!IsBlankAt(position))
            Fail("did not find expected comment or line break behind a directive");
        SkipToToken();
    }

    private ReadOnlySpan<char> Word()
    {
        while (Current is ' ' or '\t')
            position++;
        var start = position;
        while (!IsBlankAt(position))
            position++;
        return text[start..position];
    }

    private static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}
