using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct BlockYaml
{
    /// <summary>Reads <c>[..]</c> or <c>{..}</c>, also over several lines, as long as these are indented.</summary>
    private bool TryFlow(int parent, out object? value)
    {
        value = null;
        if (++depth > MaxDepth)
            return false;

        var read = text[position++] == '[' ? TryFlowList(parent, out value) : TryFlowMap(parent, out value);
        depth--;
        return read;
    }

    private bool TryFlowList(int parent, out object? value)
    {
        var list = new List<object?>();
        value = list;
        while (TryFlowGap(parent))
        {
            if (TakeFlow(']'))
                return true;
            if (!TryFlowNode(parent, out var item) || !TryFlowGap(parent) || Current is not (',' or ']'))
                return false;

            list.Add(item);
            TakeFlow(',');
        }

        return false;
    }

    private bool TryFlowMap(int parent, out object? value)
    {
        var map = new GoMap();
        value = map;
        while (TryFlowGap(parent))
        {
            if (TakeFlow('}'))
                return true;
            if (!TryFlowKey(parent, out var key) || !TryFlowGap(parent) || !TryFlowNode(parent, out var item) || !TryFlowGap(parent) || Current is not (',' or '}'))
                return false;

            map[key] = item;
            TakeFlow(',');
        }

        return false;
    }

    private bool TryFlowKey(int parent, out string key)
    {
        key = "";
        var line = lineStart;
        if (Current is '"' or '\'')
        {
            if (!TryQuoted(parent, out var quoted))
                return false;

            key = quoted;
        }
        else
        {
            if (!TryFlowPlain(out var plain) || plain.Length > LongestKey || plain is "<<" || YamlScalars.KubernetesKey(plain) is not { } converted)
                return false;

            key = converted;
        }

        while (Current == ' ')
            position++;
        return line == lineStart && TakeFlow(':');
    }

    private bool TryFlowNode(int parent, out object? value)
    {
        value = null;
        switch (Current)
        {
            case '[' or '{':
                return TryFlow(parent, out value);
            case '"' or '\'':
                value = TryQuoted(parent, out var quoted) ? quoted : null;
                return value is not null;
            default:
                if (!TryFlowPlain(out var plain))
                    return false;
                if (!YamlScalars.TryResolve(plain, Dialect, out value))
                    value = pool.Get(plain);
                return true;
        }
    }

    // A colon that is followed by neither a blank nor a bracket belongs to the text, as in an address; question marks are left to the full parser.
    private bool TryFlowPlain(out ReadOnlySpan<char> plain)
    {
        var start = position;
        plain = default;
        if (IsIndicator(Current) || Current is '?' or ':' or '\n' || (Current == '-' && !(position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))))
            return false;

        for (; position < text.Length && text[position] is not (',' or '[' or ']' or '{' or '}' or '\n'); position++)
        {
            if (text[position] is '\t' or '?' || (text[position] == '#' && text[position - 1] == ' '))
                return false;
            if (text[position] != ':')
                continue;
            if (IsBlankAt(position + 1))
                break;
            if (text[position + 1] is ',' or '[' or ']' or '{' or '}')
                return false;
        }

        plain = text[start..position].TrimEnd(' ');
        return true;
    }

    private bool TakeFlow(char expected)
    {
        if (Current != expected)
            return false;

        position++;
        return true;
    }

    /// <summary>Passes blanks and line ends up to the next token; comments and lines that are not indented are left to the full parser.</summary>
    private bool TryFlowGap(int parent)
    {
        while (position < text.Length)
        {
            if (text[position] == '\n')
            {
                position++;
                while (SkipIndentation())
                    position++;
                if (!IsInside(parent))
                    return false;
            }
            else if (text[position] == ' ')
                position++;
            else
                return text[position] is not ('\t' or '#');
        }

        return false;
    }
}
