namespace GitOps.Cake.Templates.Parsing;

/// <summary>The templates that can see each other, by name: those of one text before those of its helper files.</summary>
internal sealed class DefinitionSet
{
    private readonly Dictionary<string, Definition> own;
    private readonly DefinitionSet? others;

    public DefinitionSet()
        : this(new(StringComparer.Ordinal), null)
    {
    }

    private DefinitionSet(Dictionary<string, Definition> own, DefinitionSet? others)
    {
        this.own = own;
        this.others = others;
    }

    /// <summary>The definitions of the text itself, by name.</summary>
    public IEnumerable<Definition> Own => own.Values.OrderBy(definition => definition.Name, StringComparer.Ordinal);

    public Definition? Find(string name) => own.GetValueOrDefault(name) ?? others?.Find(name);

    /// <summary>This set and the definitions of one more text. They win, but an empty one never replaces another.</summary>
    public DefinitionSet With(Dictionary<string, Definition> added)
    {
        foreach (var (name, definition) in added)
        {
            if (definition.Root.IsEmpty && Find(name) is not null)
                added.Remove(name);
        }

        return new(added, own.Count == 0 ? others : this);
    }
}
