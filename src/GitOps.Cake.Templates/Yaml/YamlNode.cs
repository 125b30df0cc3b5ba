using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// A node of a YAML document with its place: <see cref="YamlScalar"/>, <see cref="YamlSequence"/> or <see cref="YamlMapping"/>.
/// An alias is the node that its anchor names, so a node may stand in several places.
/// </summary>
public abstract class YamlNode
{
    private protected YamlNode(YamlPosition position) => Position = position;

    /// <summary>Where the node begins; for an alias, where its anchor does.</summary>
    public YamlPosition Position { get; }

    /// <summary>The node's short tag, resolved: <c>!!str</c>, <c>!!int</c>, <c>!!map</c>, ... or a tag of the author's own.</summary>
    public abstract string Tag { get; }

    // The number of nodes below and including this one when every alias is written out, and the levels that they span.
    internal long Weight { get; private protected set; } = 1;

    internal int Height { get; private protected set; } = 1;

    /// <summary>The node as a value of a template; see <see cref="GoValue"/>. Every call gives maps and lists of their own.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="YamlReadException">A map has a key that cannot be one of a value, such as a number under go-yaml's rules.</exception>
    public object? ToValue() => ToValue(YamlKey.Text);

    /// <summary>The node as a value that only goes on to a chart: a key that is no text becomes the text that Go prints for it.</summary>
    /// <returns>The value.</returns>
    public object? ToPrintedValue() => ToValue(YamlKey.Printed);

    internal abstract object? ToValue(Func<YamlScalar, string> keyOf);
}
