namespace GitOps.Cake.Templates.Parsing;

/// <summary>The templates that can see each other, by name: those of one text before those of its helper files.</summary>
internal sealed class DefinitionSet
{
    private readonly Dictionary<string, Definition> _own;
    private readonly DefinitionSet? _others;

    public DefinitionSet()
        : this(new(StringComparer.Ordinal), null)
    {
    }

    private DefinitionSet(Dictionary<string, Definition> own, DefinitionSet? others)
    {
        this._own = own;
        this._others = others;
    }

    /// <summary>The definitions of the text itself, by name.</summary>
    public IEnumerable<Definition> Own => _own.Values.OrderBy(definition => definition.Name, StringComparer.Ordinal);

    public Definition? Find(string name) => _own.GetValueOrDefault(name) ?? _others?.Find(name);

    /// <summary>This set and the definitions of one more text. They win, but an empty one never replaces another.</summary>
    public DefinitionSet With(Dictionary<string, Definition> added)
    {
        foreach (var (name, definition) in added)
        {
            if (definition.Root.IsEmpty && Find(name) is not null)
                added.Remove(name);
        }

        return new(added, _own.Count == 0 ? _others : this);
    }
}
