using System.Globalization;
using System.Text.RegularExpressions;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Environments;

/// <summary>State values from the command line, as in <c>image.tag=1.2,hosts[0]=a</c>.</summary>
internal static partial class StateValueArguments
{
    /// <summary>Reads both kinds of arguments into one map; of a path set both ways, the typed one wins.</summary>
    /// <exception cref="InvalidSettingsException">An argument has no <c>=</c>, or a path goes through a value that has no inside.</exception>
    public static GoMap Parse(IEnumerable<string> typed, IEnumerable<string> texts)
    {
        var strings = new GoMap();
        foreach (var pair in texts.SelectMany(argument => TextPairs().Matches(argument)))
            Set(strings, pair.Groups[1].Value, pair.Groups[2].Value, pair.Value);

        var values = new GoMap();
        foreach (var pair in typed.SelectMany(argument => argument.Split(',')))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                throw new InvalidSettingsException($"The state value \"{pair}\" has no \"=\"; write path=value.");

            Set(values, pair[..equals], Typed(pair[(equals + 1)..]), pair);
        }

        return StateMaps.Layer(strings, values);
    }

    private static object? Typed(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true
        : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false
        : text.Equals("null", StringComparison.OrdinalIgnoreCase) ? null
        : (text == "0" || !text.StartsWith('0')) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (nint)number
        : text;

    private static void Set(GoMap map, string path, object? value, string argument)
    {
        var keys = Keys(path);
        if (keys.Count == 0)
            throw new InvalidSettingsException($"The state value \"{argument}\" names nothing before its \"=\"; write path=value.");

        for (var index = 0; index < keys.Count - 1; index++)
        {
            var inner = Read(map, keys[index], argument) ?? new GoMap();
            if (!IsBehindList(map, keys[index]))
                Write(map, keys[index], inner);
            map = inner as GoMap
                ?? throw new InvalidSettingsException($"The state value \"{argument}\" goes through {keys[index].Name}, which is no map.");
        }

        Write(map, keys[^1], value);
    }

    private static object? Read(GoMap map, (string Name, int? Index) key, string argument)
    {
        var value = map.GetValueOrDefault(key.Name);
        return (key.Index, value) switch
        {
            (null, _) or (_, null) => value,
            (int index, List<object?> list) => index < list.Count ? list[index] : null,
            _ => throw new InvalidSettingsException($"The state value \"{argument}\" takes {key.Name} for a list, which it is not."),
        };
    }

    // What goes into a map behind the end of a list that is there already is lost, as helmfile loses it.
    private static bool IsBehindList(GoMap map, (string Name, int? Index) key) =>
        key.Index >= (map.GetValueOrDefault(key.Name) as List<object?>)?.Count;

    private static void Write(GoMap map, (string Name, int? Index) key, object? value)
    {
        if (key.Index is not { } index)
        {
            map[key.Name] = value;
            return;
        }

        var list = map.GetValueOrDefault(key.Name) as List<object?> ?? [];
        while (list.Count <= index)
            list.Add(null);
        list[index] = value;
        map[key.Name] = list;
    }

    private static List<(string Name, int? Index)> Keys(string path)
    {
        var keys = new List<(string, int?)>();
        var (part, escaped) = ("", false);
        foreach (var letter in path)
        {
            switch (letter)
            {
                case '\\' when !escaped:
                    escaped = true;
                    continue;
                case '.' when !escaped:
                    keys.Add(Key(part));
                    part = "";
                    break;
                default:
                    part += letter;
                    break;
            }

            escaped = false;
        }

        if (part.Length > 0)
            keys.Add(Key(part));
        return keys;
    }

    private static (string Name, int? Index) Key(string part) => Indexed().Match(part) is { Success: true } match
        ? (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
        : (part, null);

    // An index that a person means is small; a larger one would make a list of nothing but nulls.
    [GeneratedRegex(@"^([^\[\]\s]+)\[(\d{1,4})\]$")]
    private static partial Regex Indexed();

    [GeneratedRegex("""(?:,|^)([^\s=]+)=(['"][^'"]*['"]|[^,]+)""")]
    private static partial Regex TextPairs();
}
