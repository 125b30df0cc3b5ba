namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct YamlParser
{
    /// <summary>Reads a scalar, an alias or a flow collection.</summary>
    private void ReadAtom(ref YamlAtom atom, int indent)
    {
        var character = Current;
        _keyAllowed = false;
        if (_flowLevel == 0)
            _flowIndent = indent;
        switch (character)
        {
            case '"' or '\'':
                atom.Text = Quoted();
                break;
            case '[':
                atom.Collection = FlowSequence(atom.Properties, atom.Start);
                break;
            case '{':
                atom.Collection = FlowMapping(atom.Properties, atom.Start);
                break;
            case '*':
                atom.Text = new ScalarText(AnchorName(), isQuoted: false);
                atom.IsAlias = true;
                break;
            default:
                if (!IsPlainStart(character))
                    throw NoToken(character);
                atom.Text = Plain(indent);
                break;
        }
    }

    private readonly object? Build(scoped in YamlAtom atom)
    {
        if (atom.Collection is { } collection)
            return collection;
        if (!atom.IsAlias)
            return _builder.Scalar(atom.Text, atom.Properties, atom.Start);
        return atom.Properties.IsEmpty
            ? _builder.Alias(atom.Text.ToString(), _depth, atom.Start)
            : throw _builder.Problem(atom.Start, "did not find expected node content: an alias takes no anchor and no tag");
    }

    private readonly object? BuildKey(scoped in YamlAtom atom) =>
        atom.Collection is null && !atom.IsAlias
            ? _builder.Key(atom.Text, atom.Properties, atom.Start)
            : _builder.KeyOf(Build(atom), atom.Start);

    // In a block, "-", "?" and ":" may begin a text when no blank follows; in brackets only "-" may.
    private readonly bool IsPlainStart(char character) => character switch
    {
        '-' => !IsBlankAt(_position + 1),
        '?' or ':' => _flowLevel == 0 && !IsBlankAt(_position + 1),
        ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' or '\t' => false,
        _ => true,
    };

    private readonly YamlReadException NoToken(char character) => character switch
    {
        '\t' => Problem("found a tab character where indentation is expected: indent with blanks"),
        ',' or ']' or '}' or ':' or '?' or '-' when _flowLevel > 0 => Problem($"did not find expected node content: '{character}' stands where a value is expected"),
        ']' or '}' or ',' => Problem($"did not find expected node content: '{character}' closes or separates nothing; put the text in quotes"),
        _ => Problem($"found character that cannot start any token: put a text that begins with '{character}' in quotes"),
    };
}
