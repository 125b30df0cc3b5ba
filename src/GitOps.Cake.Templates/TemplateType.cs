using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates;

/// <summary>A type that a parameter of a template function can have. Like Go's, it takes values of that very type only.</summary>
public sealed class TemplateType
{
    private readonly Func<object, bool> _accepts;

    private TemplateType(string name, TemplateTypeKind kind, Func<object, bool> accepts)
    {
        Name = name;
        Kind = kind;
        this._accepts = accepts;
    }

    /// <summary>Go's <c>any</c>: every value, nil too.</summary>
    public static TemplateType Any { get; } = new("interface {}", TemplateTypeKind.Any, static _ => true);

    /// <summary>A text.</summary>
    public static TemplateType Text { get; } = new("string", TemplateTypeKind.Text, static value => value is string);

    /// <summary>Go's int, in .NET <c>nint</c>; int64 is another type.</summary>
    public static TemplateType Int { get; } = new("int", TemplateTypeKind.Int, static value => value is nint);

    /// <summary>Go's float64, in .NET <c>double</c>.</summary>
    public static TemplateType Float { get; } = new("float64", TemplateTypeKind.Float, static value => value is double);

    /// <summary>A bool.</summary>
    public static TemplateType Bool { get; } = new("bool", TemplateTypeKind.Bool, static value => value is bool);

    /// <summary>Go's <c>map[string]any</c>, a <see cref="GoMap"/>; nil serves as an empty one.</summary>
    public static TemplateType Map { get; } = new("map[string]interface {}", TemplateTypeKind.Reference, static value => value is GoMap);

    /// <summary>Go's <c>[]any</c>, a <c>List&lt;object?&gt;</c>; nil serves as an empty one.</summary>
    public static TemplateType List { get; } =
        new("[]interface {}", TemplateTypeKind.Reference, static value => value is List<object?> list && GoValue.TypeOf(list) == "[]interface {}");

    /// <summary>A time.</summary>
    public static TemplateType Time { get; } = new("time.Time", TemplateTypeKind.Other, static value => value is GoTime);

    internal static TemplateType UInt32 { get; } = new("uint32", TemplateTypeKind.UInt32, static value => value is uint);

    internal static TemplateType Duration { get; } = new("time.Duration", TemplateTypeKind.Duration, static value => value is Dates.GoDuration);

    /// <summary>What Go's own functions take: every value, and they tell "no value" from nil.</summary>
    internal static TemplateType Reflected { get; } = new("reflect.Value", TemplateTypeKind.Reflected, static _ => true);

    /// <summary>Go's name of the type, which messages show.</summary>
    public string Name { get; }

    internal TemplateTypeKind Kind { get; }

    internal bool AcceptsNil => Kind is TemplateTypeKind.Any or TemplateTypeKind.Reflected or TemplateTypeKind.Reference;

    /// <summary>One of Go's named types, such as <c>sprig.certificate</c>.</summary>
    /// <param name="name">Its name: the <see cref="IGoNamedValue.TypeName"/> of the values that it takes.</param>
    /// <returns>The type.</returns>
    public static TemplateType Named(string name) =>
        new(name, TemplateTypeKind.Other, value => value is IGoNamedValue named && named.TypeName == name);

    /// <inheritdoc />
    public override string ToString() => Name;

    internal bool Accepts(object value) => _accepts(value);
}
