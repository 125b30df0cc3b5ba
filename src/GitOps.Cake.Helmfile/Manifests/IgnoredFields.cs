using System.Globalization;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Makes ignored fields of an old object say what the new one says, so that they differ nowhere.</summary>
internal sealed class IgnoredFields(Func<string, bool> isIgnored)
{
    /// <summary>The old object with the ignored fields of the new one.</summary>
    public GoMap Align(GoMap before, GoMap after) => Maps("", before, after);

    private GoMap Maps(string path, GoMap before, GoMap after)
    {
        var aligned = new GoMap(before.Count);
        foreach (var (key, value) in before)
        {
            var at = Join(path, key);
            var has = after.TryGetValue(key, out var other);
            if (!isIgnored(at))
                aligned[key] = has ? Both(at, value, other) : value;
            else if (has)
                aligned[key] = other;
        }

        foreach (var (key, value) in after)
        {
            if (before.ContainsKey(key))
                continue;

            var at = Join(path, key);
            if (isIgnored(at))
                aligned[key] = value;
            else if (value is GoMap map && Maps(at, new(), map) is { Count: > 0 } ignored)
                aligned[key] = ignored;
        }

        return aligned;
    }

    private object? Both(string path, object? before, object? after) => (before, after) switch
    {
        (GoMap old, GoMap current) => Maps(path, old, current),
        (List<object?> old, List<object?> current) => Lists(path, old, current),
        _ => before,
    };

    private List<object?> Lists(string path, List<object?> before, List<object?> after)
    {
        var aligned = new List<object?>(before.Count);
        for (var index = 0; index < before.Count; index++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            if (!isIgnored(at))
                aligned.Add(index < after.Count ? Both(at, before[index], after[index]) : before[index]);
            else if (index < after.Count)
                aligned.Add(after[index]);
        }

        for (var index = before.Count; index < after.Count; index++)
        {
            if (isIgnored(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))
                aligned.Add(after[index]);
        }

        return aligned;
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
