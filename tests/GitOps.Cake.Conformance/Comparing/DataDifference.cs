using System.Globalization;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Compares YAML and JSON as data: the order of keys, quotes and comments do not count.</summary>
internal static class DataDifference
{
    /// <summary>The first difference, with the way to it; null where the data are equal.</summary>
    public static string? First(YamlNode? expected, YamlNode? given, string path = "")
    {
        switch (expected, given)
        {
            case (YamlMapping before, YamlMapping after):
                return OfMaps(before, after, path);
            case (YamlSequence before, YamlSequence after):
                return OfLists(before, after, path);
            default:
                return IsNull(expected) && IsNull(given) || (expected is YamlScalar left && given is YamlScalar right && AreEqual(left.Value, right.Value))
                    ? null
                    : $"{At(path)}: {Shown(given)} instead of {Shown(expected)}";
        }
    }

    private static string? OfMaps(YamlMapping expected, YamlMapping given, string path)
    {
        foreach (var entry in expected.Entries)
        {
            if (given.Find(entry.Key) is not { } other)
                return $"{At(path)}: {entry.Key} is missing ({Shown(entry.Value)})";
            if (First(entry.Value, other.Value, $"{path}.{entry.Key}") is { } difference)
                return difference;
        }

        return given.Entries.FirstOrDefault(entry => expected.Find(entry.Key) is null) is { } surplus
            ? $"{At(path)}: {surplus.Key} is too much ({Shown(surplus.Value)})"
            : null;
    }

    private static string? OfLists(YamlSequence expected, YamlSequence given, string path)
    {
        for (var index = 0; index < Math.Min(expected.Items.Length, given.Items.Length); index++)
        {
            if (First(expected.Items[index], given.Items[index], $"{path}[{index}]") is { } difference)
                return difference;
        }

        return expected.Items.Length == given.Items.Length ? null
            : $"{At(path)}: {given.Items.Length} items instead of {expected.Items.Length}";
    }

    private static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (GoTime before, GoTime after) => before.ToString() == after.ToString(),
        _ when IsNumber(left) && IsNumber(right) => AreEqualNumbers(left!, right!),
        _ => Equals(left, right),
    };

    private static bool IsNumber(object? value) => value is nint or long or int or ulong or uint or byte or double;

    private static bool AreEqualNumbers(object left, object right) => left is double || right is double
        ? Convert.ToDouble(Plain(left), CultureInfo.InvariantCulture).Equals(Convert.ToDouble(Plain(right), CultureInfo.InvariantCulture))
        : Convert.ToDecimal(Plain(left), CultureInfo.InvariantCulture) == Convert.ToDecimal(Plain(right), CultureInfo.InvariantCulture);

    private static object Plain(object number) => number is nint native ? (long)native : number;

    private static bool IsNull(YamlNode? node) => node is null or YamlScalar { Value: null };

    private static string At(string path) => path.Length == 0 ? "the document" : path.TrimStart('.');

    private static string Shown(YamlNode? node) => node switch
    {
        null => "nothing",
        YamlScalar { Value: null } => "null",
        YamlScalar { Value: string } scalar => $"\"{Short(scalar.Text)}\"",
        YamlScalar scalar => Short(scalar.Text),
        YamlMapping map => $"a map of {map.Entries.Length}",
        YamlSequence list => $"a list of {list.Items.Length}",
        _ => node.Tag,
    };

    private static string Short(string text) => text.Length > 120 ? $"{text[..120]}…" : text;
}
