using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Environments;

/// <summary>The two ways in which helmfile puts maps of state values together.</summary>
internal static class StateMaps
{
    /// <summary>
    /// Lays entries of one list over each other: maps are united, everything else of the later one replaces the earlier value,
    /// also null, false and an empty list.
    /// </summary>
    public static void Override(GoMap target, GoMap later)
    {
        foreach (var (key, value) in later)
        {
            if (value is GoMap inner && target.GetValueOrDefault(key) is GoMap present)
                Override(present, inner);
            else
                target[key] = GoValue.DeepCopy(value);
        }
    }

    /// <summary>
    /// Lays one layer over another: maps are united, null never replaces anything, a list with a null in it is merged
    /// item by item, any other list replaces.
    /// </summary>
    /// <param name="lower">The lower layer.</param>
    /// <param name="upper">The upper one, which wins.</param>
    /// <param name="mergeLists">Whether every list is merged item by item, as those of the command line are.</param>
    /// <returns>A new map.</returns>
    public static GoMap Layer(GoMap lower, GoMap upper, bool mergeLists = false)
    {
        var result = new GoMap(lower.Count + upper.Count);
        foreach (var (key, value) in lower)
            result[key] = GoValue.DeepCopy(value);
        foreach (var (key, value) in upper)
        {
            var known = result.TryGetValue(key, out var present);
            if (value is not null || !known)
                result[key] = Layer(present, value, mergeLists);
        }

        return result;
    }

    private static object? Layer(object? lower, object? upper, bool mergeLists) => (lower, upper) switch
    {
        (GoMap below, GoMap above) => Layer(below, above, mergeLists),
        (List<object?> below, List<object?> above) when mergeLists || above.Contains(null) => Items(below, above, mergeLists),
        _ => GoValue.DeepCopy(upper),
    };

    private static List<object?> Items(List<object?> lower, List<object?> upper, bool mergeLists)
    {
        var result = lower.ConvertAll(GoValue.DeepCopy);
        for (var index = 0; index < upper.Count; index++)
        {
            if (index == result.Count)
                result.Add(null);
            if (upper[index] is { } item)
                result[index] = result[index] is GoMap below && item is GoMap above ? Layer(below, above, mergeLists) : GoValue.DeepCopy(item);
        }

        return result;
    }
}
