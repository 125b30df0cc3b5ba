using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>Reads a release's <c>condition</c>: a path of state values, or a literal.</summary>
internal static class ReleaseCondition
{
    private const string Last = "enabled";

    /// <summary>Whether the condition holds. Where its last part is missing or no boolean, it does not.</summary>
    /// <returns>The answer, or why there is none.</returns>
    public static (bool Holds, string? Problem) Read(string? condition, GoMap values)
    {
        if (string.IsNullOrEmpty(condition) || condition.Equals("true", StringComparison.OrdinalIgnoreCase))
            return (true, null);
        if (condition.Equals("false", StringComparison.OrdinalIgnoreCase))
            return (false, null);

        var keys = condition.Split('.');
        if (keys[^1] != Last)
            return (false, $"condition \"{condition}\" has to be a path of state values that ends in .{Last}, or true or false");

        var path = "";
        foreach (var key in keys[..^1])
        {
            path += $".{key}";
            if (!values.TryGetValue(key, out var value))
                return (false, $"condition \"{condition}\": environment values field '{path}' not found; define it among the values");
            if (value is not GoMap inner)
                return (false, $"condition \"{condition}\": environment values field '{path}' is not a map");
            values = inner;
        }

        return (values.GetValueOrDefault(Last) is true, null);
    }
}
