namespace GitOps.Cake.Templates.Yaml;

/// <summary>One entry of a mapping.</summary>
/// <param name="KeyNode">The key with its place.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(YamlScalar KeyNode, YamlNode Value)
{
    /// <summary>The key's text as written, also where it looks like a number or a bool.</summary>
    public string Key => KeyNode.Text;
}
