namespace GitOps.Cake.Templates.Values;

/// <summary>
/// A value of one of Go's named types: a struct such as a version, or a number with a name such as a month.
/// </summary>
public interface IGoNamedValue
{
    /// <summary>The name of the type as <c>typeOf</c> and messages show it, for example <c>time.Month</c> or <c>*semver.Version</c>.</summary>
    string TypeName { get; }

    /// <summary>The kind as <c>kindOf</c> shows it: <c>struct</c>, <c>ptr</c>, <c>int</c>, ...</summary>
    string Kind { get; }

    /// <summary>What the type's own <c>String</c> method gives; null when it has none.</summary>
    string? Text { get; }

    /// <summary>The plain value that YAML and JSON show in its place (a text, a number, a map). A <see cref="GoStruct"/> is written by its fields instead.</summary>
    object? Plain { get; }
}
