using System.Text;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Verbs.Build;

/// <summary>A map of YAML whose keys stay in the order in which they were added, as those of helmfile's structures do.</summary>
internal sealed class YamlBlock
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.Length == 0 ? "{}\n" : _text.ToString();

    /// <summary>Adds a value of a template; maps in it are sorted by key.</summary>
    public void Add(string key, object? value) => _text.Append(YamlWriter.Write(new GoMap { [key] = value }));

    public void Add(string key, YamlBlock block)
    {
        if (block._text.Length == 0)
            Add(key, new GoMap());
        else
            Below(key).Append(Indented(block._text.ToString(), "  ", "  "));
    }

    public void Add(string key, IReadOnlyCollection<YamlBlock> items)
    {
        Below(key);
        foreach (var item in items)
            _text.Append(Indented(item.ToString(), "  - ", "    "));
    }

    private StringBuilder Below(string key)
    {
        // The writer knows which keys need quotes; what it puts after the key is taken off again.
        var withNull = YamlWriter.Write(new GoMap { [key] = null });
        return _text.Append(withNull, 0, withNull.Length - " null\n".Length).Append('\n');
    }

    private static string Indented(string block, string first, string others)
    {
        var lines = block.TrimEnd('\n').Split('\n');
        return string.Concat(lines.Select((line, index) => line.Length == 0 ? "\n" : $"{(index == 0 ? first : others)}{line}\n"));
    }
}
