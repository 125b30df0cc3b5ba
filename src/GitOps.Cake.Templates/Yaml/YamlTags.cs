namespace GitOps.Cake.Templates.Yaml;

/// <summary>Tags that authors write before a scalar: <c>!!str 12</c>, <c>!!float 3</c>, <c>!!binary aGk=</c>.</summary>
internal static class YamlTags
{
    public const string LongPrefix = "tag:yaml.org,2002:";

    /// <summary>The short form of a tag: <c>!!str</c> for <c>tag:yaml.org,2002:str</c>; empty for the tag <c>!</c>, which says nothing.</summary>
    public static string Short(string tag) =>
        tag == "!" ? "" : tag.StartsWith(LongPrefix, StringComparison.Ordinal) ? $"!!{tag[LongPrefix.Length..]}" : tag;

    /// <summary>The tag that the value of a plain scalar implies.</summary>
    public static string Implied(object? value) => value switch
    {
        null => "!!null",
        string => "!!str",
        bool => "!!bool",
        double => "!!float",
        Values.GoTime => "!!timestamp",
        _ => "!!int",
    };

    /// <summary>The value of a scalar with a tag of its own.</summary>
    /// <exception cref="YamlReadException">The text is no value of the tag's type.</exception>
    public static object? Value(string tag, string text, YamlDialect dialect, YamlPosition position)
    {
        switch (tag)
        {
            case "!!str":
                return text;
            case "!!binary":
                return Binary(text, position);
            case "!!null" or "!!bool" or "!!int" or "!!float" or "!!timestamp":
                break;
            default:
                // A tag of the author's own, or one for collections: it is not understood, so the text stays a text.
                return text;
        }

        var value = YamlScalars.TryResolve(text, YamlDialect.GoYaml3, out var resolved) ? resolved : text;
        var implied = Implied(value);
        if (tag == "!!float" && value is nint number)
            value = (double)number;
        else if (tag != implied)
            throw new YamlReadException(position, $"the tag {tag} does not fit \"{text}\", which is {implied}");

        if (dialect == YamlDialect.GoYaml3)
            return value;
        return tag == "!!timestamp" ? text : YamlScalars.ThroughJson(value);
    }

    private static string Binary(string text, YamlPosition position)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new YamlReadException(position, "the text behind !!binary is no base64");
        }
    }
}
