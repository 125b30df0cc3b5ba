using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>A scalar: a text, number, bool, time or null.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(YamlPosition position, string text, string tag, bool isQuoted, object? value)
        : base(position)
    {
        Text = text;
        Tag = tag;
        IsQuoted = isQuoted;
        Value = value;
    }

    /// <summary>The text as written, quotes and escapes resolved: <c>0644</c> stays <c>0644</c>.</summary>
    public string Text { get; }

    /// <inheritdoc />
    public override string Tag { get; }

    /// <summary>Whether it is written in quotes or as a block, so that no rule makes a number of it.</summary>
    public bool IsQuoted { get; }

    /// <summary>The value that the dialect's rules give: null, <c>bool</c>, <c>string</c>, a number or a <see cref="GoTime"/>.</summary>
    public object? Value { get; }

    internal override object? ToValue(Func<YamlScalar, string> keyOf) => Value;
}
