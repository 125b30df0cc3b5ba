namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct YamlParser
{
    private object FlowSequence(YamlProperties properties, YamlMark start)
    {
        var sequence = _builder.Sequence(properties, start);
        OpenBracket(start);
        while (Current != ']')
        {
            _builder.Item(sequence, FlowItem(start));
            if (!NextInFlow(']', start))
                break;
        }

        CloseBracket(']', start);
        return _builder.Close(sequence, properties);
    }

    private object FlowMapping(YamlProperties properties, YamlMark start)
    {
        var mapping = _builder.Mapping(properties, start);
        OpenBracket(start);
        while (Current != '}')
        {
            FlowEntry(mapping, start);
            if (!NextInFlow('}', start))
                break;
        }

        CloseBracket('}', start);
        return _builder.Close(mapping, properties);
    }

    // "[a: 1]" and "[? a : 1]" are lists with a map of one entry.
    private object? FlowItem(YamlMark bracket)
    {
        var start = Here;
        if (Current == '?')
            return FlowPair(ExplicitFlowKey(), start);

        var (begin, mayBeKey) = (_position, _keyAllowed);
        var atom = FlowAtom(bracket, ']');
        return IsKey(start, begin, mayBeKey) ? FlowPair(BuildKey(atom), start) : Build(atom);
    }

    private object FlowPair(object? key, YamlMark start)
    {
        Enter(start);
        var mapping = _builder.Mapping(default, start);
        _builder.Entry(mapping, key, FlowValue(), start);
        _depth--;
        return _builder.Close(mapping, default);
    }

    private void FlowEntry(object mapping, YamlMark bracket)
    {
        var start = Here;
        if (Current == '?')
        {
            _builder.Entry(mapping, ExplicitFlowKey(), FlowValue(), start);
            return;
        }

        var (begin, mayBeKey) = (_position, _keyAllowed);
        var atom = FlowAtom(bracket, '}');
        var hasValue = IsKey(start, begin, mayBeKey);
        _builder.Entry(mapping, BuildKey(atom), hasValue ? FlowValue() : Empty(default, Here), start);
    }

    private object? ExplicitFlowKey()
    {
        var start = Here;
        SkipIndicator(allowsKey: false);
        return _builder.KeyOf(IsFlowEnd || IsColon ? Empty(default, Here) : Build(FlowAtom(start, ',')), start);
    }

    private object? FlowValue()
    {
        SkipToToken();
        if (!IsColon)
            return Empty(default, Here);

        SkipIndicator(allowsKey: false);
        if (IsFlowEnd)
            return Empty(default, Here);

        var value = Build(FlowAtom(Here, ','));
        SkipToToken();
        return value;
    }

    private YamlAtom FlowAtom(YamlMark bracket, char closing)
    {
        CheckOpen(bracket, closing);
        var atom = new YamlAtom { Start = Here, Properties = ReadProperties() };
        CheckOpen(bracket, closing);
        if (atom.Properties.IsEmpty || !(IsFlowEnd || IsColon))
            ReadAtom(ref atom, _flowIndent);
        return atom;
    }

    private readonly bool IsFlowEnd => _position < _text.Length && _text[_position] is ',' or ']' or '}';

    private void OpenBracket(YamlMark start)
    {
        Enter(start);
        _flowLevel++;
        SkipIndicator(allowsKey: true);
    }

    /// <summary>Passes the comma between two entries; false where the closing bracket stands instead.</summary>
    private bool NextInFlow(char closing, YamlMark bracket)
    {
        SkipToToken();
        if (AtEnd || Current != ',')
            return false;

        SkipIndicator(allowsKey: true);
        CheckOpen(bracket, closing);
        return true;
    }

    private void CloseBracket(char closing, YamlMark bracket)
    {
        if (AtEnd || Current != closing)
            throw NotClosed(closing, bracket);

        _flowLevel--;
        _depth--;
        _position++;
        _keyAllowed = false;
    }

    private readonly void CheckOpen(YamlMark bracket, char closing)
    {
        if (NodeColumn < 0)
            throw NotClosed(closing, bracket);
    }

    private readonly YamlReadException NotClosed(char closing, YamlMark bracket) => closing == ','
        ? Problem("did not find expected ',' or a closing bracket")
        : Problem($"did not find expected ',' or '{closing}': the {(closing == ']' ? "list" : "map")} of line {bracket.Line + _builder.Options.FirstLine} is not closed before this");
}
