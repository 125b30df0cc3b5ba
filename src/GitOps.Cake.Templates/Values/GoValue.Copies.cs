namespace GitOps.Cake.Templates.Values;

public static partial class GoValue
{
    /// <summary>A copy that shares no map and no list with the original.</summary>
    /// <param name="value">A value.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="GoValueException">It is nested too deep, or contains itself.</exception>
    public static object? DeepCopy(object? value) => DeepCopy(value, 0);

    /// <summary>Whether two values are the same through and through, types included: int 1, int64 1 and 1.0 differ.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another one.</param>
    /// <returns>Whether they are equal as <c>deepEqual</c> means it.</returns>
    /// <exception cref="GoValueException">They are nested too deep, or contain themselves.</exception>
    public static bool DeepEqual(object? left, object? right) => DeepEqual(left, right, 0);

    private static object? DeepCopy(object? value, int depth)
    {
        GoValueException.CheckDepth(depth);
        switch (value)
        {
            case GoMap map:
                var copy = new GoMap(map.Count);
                foreach (var (key, item) in map.Ordered())
                    copy.Add(key, DeepCopy(item, depth + 1));
                return copy;
            case GoStringMap map:
                var texts = new GoStringMap();
                foreach (var (key, item) in map.Ordered())
                    texts.Add(key, item);
                return texts;
            case List<object?> list:
                return list.ConvertAll(item => DeepCopy(item, depth + 1));
            case List<string> list:
                return new List<string>(list);
            case List<nint> list:
                return new List<nint>(list);
            case byte[] bytes:
                return bytes.Clone();
            default:
                return value;
        }
    }

    private static bool DeepEqual(object? left, object? right, int depth)
    {
        GoValueException.CheckDepth(depth);
        return (left, right) switch
        {
            (null, null) => true,
            (double one, double other) => one == other,
            (GoMap one, GoMap other) => one.Count == other.Count
                && one.Ordered().Zip(other.Ordered()).All(pair =>
                    pair.First.Key == pair.Second.Key && DeepEqual(pair.First.Value, pair.Second.Value, depth + 1)),
            (GoStringMap one, GoStringMap other) => one.Ordered().SequenceEqual(other.Ordered()),
            (List<object?> one, List<object?> other) => one.GetType() == other.GetType() && one.Count == other.Count
                && one.Zip(other).All(pair => DeepEqual(pair.First, pair.Second, depth + 1)),
            (List<string> one, List<string> other) => one.GetType() == other.GetType() && one.SequenceEqual(other, StringComparer.Ordinal),
            (List<nint> one, List<nint> other) => one.SequenceEqual(other),
            (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other),
            (GoStruct one, GoStruct other) => one.TypeName == other.TypeName
                && one.Fields.Length == other.Fields.Length
                && one.Fields.Zip(other.Fields).All(pair =>
                    pair.First.Key == pair.Second.Key && DeepEqual(pair.First.Value, pair.Second.Value, depth + 1)),
            _ => Equals(left, right),
        };
    }
}
