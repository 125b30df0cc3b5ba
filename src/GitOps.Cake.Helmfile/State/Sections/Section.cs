using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Schema;

namespace GitOps.Cake.Helmfile.State.Sections;

/// <summary>
/// A map of a state file, read by its table of keys. Set, zero and absent stay apart: how layers are merged depends on it.
/// </summary>
internal sealed class Section(SectionSchema schema, SourcePosition position)
{
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);

    public SectionSchema Schema { get; } = schema;

    public SourcePosition Position { get; } = position;

    public IEnumerable<Field> Fields => _fields.Values;

    public bool IsZero => _fields.Values.All(value => value.IsZero);

    public Field? Find(string key) => _fields.TryGetValue(key, out var field) ? field
        : Schema.Find(key) is not null ? null
        : throw new ArgumentException($"{Schema.Title} has no key {key}.", nameof(key));

    public void Set(Field field) => _fields[field.Key.Name] = field;

    public void Set(string key, object value, SourcePosition? at = null) =>
        Set(new Field(Schema.Find(key)!, value, at ?? PositionOf(key)));

    public void Remove(string key) => _fields.Remove(key);

    /// <summary>Where a key stands; where the section stands, if it is not set.</summary>
    public SourcePosition PositionOf(string key) => Find(key)?.Position ?? Position;

    public string? Text(string key) => (string?)Find(key)?.Value;

    /// <summary>A text that says something; null where it is absent or empty.</summary>
    public string? NonEmpty(string key) => Text(key) is { Length: > 0 } text ? text : null;

    public bool? Flag(string key) => (bool?)Find(key)?.Value;

    public bool IsTrue(string key) => Flag(key) ?? false;

    public long? Number(string key) => (long?)Find(key)?.Value;

    public ImmutableArray<Placed<string>> Texts(string key) => (ImmutableArray<Placed<string>>?)Find(key)?.Value ?? [];

    public ImmutableSortedDictionary<string, string> TextMap(string key) =>
        (ImmutableSortedDictionary<string, string>?)Find(key)?.Value ?? Empty.Texts;

    public ImmutableArray<Placed<object?>> Entries(string key) => (ImmutableArray<Placed<object?>>?)Find(key)?.Value ?? [];

    public Section? Inner(string key) => (Section?)Find(key)?.Value;

    public ImmutableArray<Section> Sections(string key) => (ImmutableArray<Section>?)Find(key)?.Value ?? [];

    public ImmutableSortedDictionary<string, Section> Named(string key) =>
        (ImmutableSortedDictionary<string, Section>?)Find(key)?.Value ?? Empty.Sections;

    /// <summary>A copy whose fields can be set without the original noticing.</summary>
    public Section Copy()
    {
        var copy = new Section(Schema, Position);
        foreach (var field in _fields.Values)
            copy.Set(field.Copy());
        return copy;
    }
}
