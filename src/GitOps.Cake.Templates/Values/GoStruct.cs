using System.Collections.Immutable;

namespace GitOps.Cake.Templates.Values;

/// <summary>A struct of Go: named fields in the order of their declaration, such as <c>.Environment</c>.</summary>
/// <param name="TypeName">The name of the type, for example <c>environment.Environment</c>; with <c>*</c> in front it is a pointer to one.</param>
/// <param name="Fields">The fields by their Go names.</param>
public sealed record GoStruct(string TypeName, ImmutableArray<KeyValuePair<string, object?>> Fields) : IGoNamedValue
{
    /// <inheritdoc />
    public string Kind => IsPointer ? "ptr" : "struct";

    /// <inheritdoc />
    public string? Text => null;

    /// <summary>Whether this is a pointer: messages and <c>%v</c> of a pointer differ, its fields do not.</summary>
    public bool IsPointer => TypeName.StartsWith('*');

    /// <inheritdoc />
    public object? Plain => null;

    /// <summary>Finds a field by its Go name.</summary>
    /// <param name="name">The name, upper and lower case as declared.</param>
    /// <param name="value">The field's value.</param>
    /// <returns>Whether there is such a field.</returns>
    public bool TryGetField(string name, out object? value)
    {
        foreach (var field in Fields)
        {
            if (!string.Equals(field.Key, name, StringComparison.Ordinal))
                continue;

            value = field.Value;
            return true;
        }

        value = null;
        return false;
    }
}
