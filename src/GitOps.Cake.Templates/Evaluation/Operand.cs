namespace GitOps.Cake.Templates.Evaluation;

/// <summary>
/// A value on its way through the evaluator. Boxed: it comes out of a map or list whose elements can be anything, which messages and checks of
/// nil tell apart from a value that stands alone. Neither boxed nor a value: nothing at all, printed as <c>&lt;no value&gt;</c>. The nil of a
/// struct's field has the field's type (a pointer, an error): it stays a nil, printed as <c>&lt;nil&gt;</c>.
/// </summary>
internal readonly record struct Operand(object? Value, bool IsBoxed = false, bool IsTypedNil = false)
{
    public bool IsNothing => Value is null && !IsBoxed;

    public Operand Unboxed => IsTypedNil ? this : new(Value);

    /// <summary>Go's name of the type that the evaluator knows.</summary>
    public string StaticType => IsBoxed ? TemplateType.Any.Name : Values.GoValue.TypeOf(Value);
}
