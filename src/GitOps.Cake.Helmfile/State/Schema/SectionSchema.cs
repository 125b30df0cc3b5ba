using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one kind of map in a state file.</summary>
internal sealed class SectionSchema
{
    private readonly Dictionary<string, KeySpec> _byName;

    public SectionSchema(string title, params ReadOnlySpan<KeySpec> keys)
    {
        Title = title;
        Keys = [.. keys];
        _byName = new(keys.Length, StringComparer.Ordinal);
        foreach (var key in keys)
            _byName.Add(key.Name, key);
    }

    /// <summary>What a person calls the map, as in "a release".</summary>
    public string Title { get; }

    public ImmutableArray<KeySpec> Keys { get; }

    /// <summary>The row of a key; null where there is none.</summary>
    public KeySpec? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The key that a mistyped one was probably meant to be; null where none is near.</summary>
    public string? Nearest(string name) => Spelling.Nearest(name, Keys.Select(key => key.Name));
}
