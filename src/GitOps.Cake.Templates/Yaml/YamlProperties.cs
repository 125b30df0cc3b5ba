namespace GitOps.Cake.Templates.Yaml;

/// <summary>What may stand before a node: an anchor (<c>&amp;name</c>) and a tag.</summary>
internal readonly record struct YamlProperties(string? Anchor, string? Tag)
{
    public bool IsEmpty => Anchor is null && Tag is null;

    public YamlProperties And(YamlProperties inner) => new(inner.Anchor ?? Anchor, inner.Tag ?? Tag);
}
