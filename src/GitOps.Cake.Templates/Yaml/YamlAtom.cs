namespace GitOps.Cake.Templates.Yaml;

/// <summary>A node that may turn out to be the key of a map, which only the colon behind it tells: so it is read first and built later.</summary>
internal ref struct YamlAtom
{
    /// <summary>The text of a scalar, or the name of an alias.</summary>
    public ScalarText Text;

    public bool IsAlias;

    /// <summary>A flow collection, already built; null for others.</summary>
    public object? Collection;

    /// <summary>What stands before it on the same line.</summary>
    public YamlProperties Properties;

    public YamlMark Start;
}
