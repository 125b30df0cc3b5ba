using System.Collections;
using System.Globalization;

namespace GitOps.Cake.Templates.Values;

public static partial class GoValue
{
    /// <summary>
    /// Turns what .NET programs have at hand into values of a template: maps with text keys into <see cref="GoMap"/>,
    /// other sequences into <c>List&lt;object?&gt;</c>, whole numbers into Go's int (<c>ulong</c> beyond it), <c>float</c> and <c>decimal</c> into
    /// <c>double</c>, <see cref="DateTimeOffset"/> into <see cref="GoTime"/>. Maps and lists are copied.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">A part of it has no counterpart in Go, or a map has keys other than texts.</exception>
    /// <exception cref="GoValueException">It is nested too deep, or contains itself.</exception>
    public static object? From(object? value) => From(value, 0);

    private static object? From(object? value, int depth)
    {
        GoValueException.CheckDepth(depth);
        return value switch
        {
            null or string or bool or nint or double or byte[] or GoTime or IGoNamedValue or GoStringMap or List<string> or List<nint> => value,
            sbyte or byte or short or ushort or int or uint or long => (nint)Convert.ToInt64(value, CultureInfo.InvariantCulture),
            ulong number => number <= (ulong)nint.MaxValue ? (nint)number : number,
            float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            char letter => letter.ToString(),
            DateTimeOffset time => GoTime.FromDateTimeOffset(time),
            GoMap map => Map(map.Select(entry => ((object)entry.Key, entry.Value)), depth),
            IDictionary map => Map(Entries(map), depth),
            IEnumerable<KeyValuePair<string, object?>> map => Map(map.Select(entry => ((object)entry.Key, entry.Value)), depth),
            IEnumerable list => list.Cast<object?>().Select(item => From(item, depth + 1)).ToList(),
            _ => throw new ArgumentException($"A {value.GetType()} has no counterpart among the values of a template.", nameof(value)),
        };
    }

    private static IEnumerable<(object Key, object? Value)> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
            yield return (entry.Key, entry.Value);
    }

    private static GoMap Map(IEnumerable<(object Key, object? Value)> entries, int depth)
    {
        var map = new GoMap();
        foreach (var (key, value) in entries)
        {
            map[key as string ?? throw new ArgumentException($"A map of a template has text keys; {key} is a {key.GetType()}.", nameof(entries))] =
                From(value, depth + 1);
        }

        return map;
    }
}
