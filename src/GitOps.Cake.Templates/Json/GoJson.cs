using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Json;

/// <summary>JSON as Go's encoding/json writes and reads it.</summary>
public static class GoJson
{
    /// <summary>Writes a value: keys in the order of their bytes, times in RFC 3339, structs by the Go names of their fields.</summary>
    /// <param name="value">A value of a template; see <see cref="GoValue"/>.</param>
    /// <param name="form">How it looks; compact with escaped HTML characters by default.</param>
    /// <returns>The JSON, without a final line end.</returns>
    /// <exception cref="ArgumentException">A part of the value is none of the types that stand for Go's.</exception>
    /// <exception cref="GoValueException">JSON has no form for a part of it (infinity), or it is nested too deep or contains itself.</exception>
    public static string Write(object? value, GoJsonForm form = GoJsonForm.Compact)
    {
        var output = new StringBuilder();
        new GoJsonWriter(output, form).Node(value, 0);
        return output.ToString();
    }

    /// <summary>Reads one JSON text; every number becomes a <c>double</c>, the last of a repeated key wins.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The value.</returns>
    /// <exception cref="GoJsonException">It is no JSON, or something follows it.</exception>
    public static object? Read(string json) => new GoJsonReader(json).Document();
}
