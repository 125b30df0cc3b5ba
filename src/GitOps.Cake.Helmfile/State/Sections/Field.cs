using System.Collections;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Schema;

namespace GitOps.Cake.Helmfile.State.Sections;

/// <summary>The value of a key that was set. A shared one is one object for all sections that hold it.</summary>
internal sealed class Field(KeySpec key, object value, SourcePosition position)
{
    public KeySpec Key { get; } = key;

    /// <summary>
    /// <c>string</c>, <c>bool</c>, <c>long</c> or <c>double</c>; arrays of <see cref="Placed{T}"/>; a sorted dictionary of texts;
    /// a <see cref="Section"/>, an array or a sorted dictionary of them; for <see cref="KeyKind.Any"/> a value of a template.
    /// </summary>
    public object Value { get; private set; } = value;

    public SourcePosition Position { get; private set; } = position;

    /// <summary>Whether helmfile cannot tell the value from an absent one when it merges.</summary>
    public bool IsZero => Value switch
    {
        string text => text.Length == 0,
        bool flag => !flag,
        long number => number == 0,
        double number => number == 0,
        Section section => section.IsZero,
        IEnumerable items => !items.GetEnumerator().MoveNext(),
        _ => false,
    };

    public void Set(object value, SourcePosition position) => (Value, Position) = (value, position);

    public void Set(Field other) => Set(other.Value, other.Position);

    public Field Copy() => new(Key, Value is Section section ? section.Copy() : Value, Position);
}
