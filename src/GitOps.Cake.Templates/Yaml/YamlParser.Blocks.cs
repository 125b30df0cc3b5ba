namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct YamlParser
{
    private const string NoKeyHere = "did not find expected key: check the indentation of this line and of those above, and the quotes";

    private const string NoValueHere =
        "mapping values are not allowed in this context: put a text that contains ': ' in quotes, or check the indentation";

    /// <summary>Reads what belongs to a collection at the given column: a deeper node, a list at the same column, or nothing.</summary>
    private object? BlockValue(int indent)
    {
        var column = NodeColumn;
        if (column > indent)
            return BlockNode(indent, listMayAlign: true);
        if (column < 0 || column < indent)
            return Empty(default, Here);
        return IsDash ? Sequence(default, Here, aligned: true)
            : Current is '|' or '>' ? BlockScalar(indent, default, Here)
            : Empty(default, Here);
    }

    private object? BlockNode(int indent, bool listMayAlign)
    {
        var first = Here;
        var outer = default(YamlProperties);
        while (true)
        {
            var start = Here;
            var (begin, mayBeKey) = (_position, _keyAllowed);
            var own = ReadProperties();
            if (own.IsEmpty || (_line == start.Line && NodeColumn >= 0))
                return BlockContent(indent, first, outer, new YamlAtom { Properties = own, Start = start }, begin, mayBeKey);

            // What begins on a later line than its properties is a node of its own: a collection's keys don't take them.
            outer = Joined(outer, own);
            if (listMayAlign && NodeColumn == indent && indent >= 0 && IsDash)
                return Sequence(outer, first, aligned: true);
            if (NodeColumn <= indent)
                return Empty(outer, first);
        }
    }

    private object? BlockContent(int indent, YamlMark start, YamlProperties outer, YamlAtom atom, int begin, bool mayBeKey)
    {
        if (IsDash)
            return _keyAllowed
                ? Sequence(outer, start, aligned: false)
                : throw Problem("block sequence entries are not allowed in this context: begin the list on a line of its own, or put the text in quotes");
        if (IsQuestion)
            return _keyAllowed ? Mapping(outer, start, Here, null, isExplicit: true) : throw Problem("mapping keys are not allowed in this context");
        if (Current is '|' or '>')
            return BlockScalar(indent, Joined(outer, atom.Properties), start);

        if (Current is '[' or '{')
            (atom.Properties, outer) = (Joined(outer, atom.Properties), default);
        if (!IsColon)
            ReadAtom(ref atom, indent);
        else if (atom.Properties.IsEmpty)
            Fail(_keyAllowed ? NoKeyHere : NoValueHere);

        if (!IsKey(atom.Start, begin, mayBeKey))
        {
            atom.Properties = Joined(outer, atom.Properties);
            return Build(atom);
        }

        return Mapping(outer, start, atom.Start, BuildKey(atom), isExplicit: false);
    }

    /// <summary>Goes to the next token and says whether it is the colon that makes a key of what stands before it.</summary>
    private bool IsKey(YamlMark start, int begin, bool mayBeKey)
    {
        var end = _line;
        SkipToToken();
        if (!IsColon || _line != end)
            return false;
        if (mayBeKey && _line == start.Line && _position - begin <= LongestKey)
            return true;
        return _flowLevel > 0 ? false : throw Problem(NoValueHere);
    }

    private object Mapping(YamlProperties properties, YamlMark start, YamlMark keyStart, object? key, bool isExplicit)
    {
        Enter(start);
        var column = keyStart.Column;
        var mapping = _builder.Mapping(properties, start);
        while (true)
        {
            if (isExplicit)
                key = ExplicitKey(column);
            var hasValue = !isExplicit || (NodeColumn == column && IsColon);
            if (hasValue)
                SkipIndicator(allowsKey: isExplicit);
            _builder.Entry(mapping, key, hasValue ? BlockValue(column) : Empty(default, Here), keyStart);

            var next = NodeColumn;
            if (next < column)
                break;
            if (next > column || IsDash || !_keyAllowed)
                Fail(NoKeyHere);

            keyStart = Here;
            isExplicit = IsQuestion;
            if (!isExplicit)
                key = ImplicitKey(column);
        }

        _depth--;
        return _builder.Close(mapping, properties);
    }

    private object? ExplicitKey(int column)
    {
        var start = Here;
        SkipIndicator(allowsKey: true);
        return _builder.KeyOf(BlockValue(column), start);
    }

    /// <summary>Reads a key at the column of its map, where nothing else may stand.</summary>
    private object? ImplicitKey(int column)
    {
        var atom = new YamlAtom { Start = Here };
        var begin = _position;
        atom.Properties = ReadProperties();
        if (_line == atom.Start.Line && NodeColumn >= 0)
        {
            if (Current is '|' or '>' || (IsColon && atom.Properties.IsEmpty))
                Fail(NoKeyHere);
            if (!IsColon)
                ReadAtom(ref atom, column);
            if (IsKey(atom.Start, begin, mayBeKey: true))
                return BuildKey(atom);
        }

        throw _builder.Problem(atom.Start, "could not find expected ':': a line of a map needs 'key: value'; check the indentation and the quotes");
    }

    private object Sequence(YamlProperties properties, YamlMark start, bool aligned)
    {
        Enter(start);
        var column = Here.Column;
        var sequence = _builder.Sequence(properties, start);
        do
        {
            SkipIndicator(allowsKey: true);
            _builder.Item(sequence, NodeColumn > column ? BlockNode(column, listMayAlign: false) : Empty(default, Here));
        }
        while (NodeColumn == column && IsDash && _keyAllowed);

        if (NodeColumn > column || (NodeColumn == column && !aligned))
            Fail("did not find expected '-' indicator: check the indentation of this line and of those above");
        _depth--;
        return _builder.Close(sequence, properties);
    }

    /// <summary>Passes "-", "?" or ":" and goes to the next token.</summary>
    private void SkipIndicator(bool allowsKey)
    {
        _position++;
        _keyAllowed = allowsKey;
        SkipToToken();
    }

    private readonly object? Empty(YamlProperties properties, YamlMark start) => _builder.Scalar(default, properties, start);
}
