using System.Text;
using GitOps.Cake.Templates.Evaluation;
using GitOps.Cake.Templates.Formatting;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Go;

/// <summary>Go's comparisons: whole numbers of all sizes mix, everything else is compared with its own family alone.</summary>
internal static class Comparison
{
    private enum Family
    {
        None,
        Bool,
        Integer,
        Float,
        Text,
        Complex,
    }

    public static bool AreEqual(object? first, object? second)
    {
        var (left, right) = (Reflected.Value(first), Reflected.Value(second));
        var family = FamilyOf(left);
        if (family != FamilyOf(right))
            return left is null || right is null ? false : throw Incompatible(left, right);

        return family switch
        {
            Family.Integer => Integer(left!) == Integer(right!),
            Family.Float => (double)left! == (double)right!,
            Family.None => AreSameObjects(left, right),
            _ => Equals(left, right),
        };
    }

    public static bool IsLess(object? first, object? second)
    {
        var (left, right) = (Reflected.Value(first), Reflected.Value(second));
        var family = FamilyOf(left);
        if (family == Family.None || FamilyOf(right) == Family.None)
            throw new TemplateFunctionException("invalid type for comparison");
        if (family != FamilyOf(right))
            throw Incompatible(left!, right!);

        return family switch
        {
            Family.Integer => Integer(left!) < Integer(right!),
            Family.Float => (double)left! < (double)right!,
            Family.Text => Utf8Comparer.Instance.Compare((string)left!, (string)right!) < 0,
            _ => throw new TemplateFunctionException("invalid type for comparison"),
        };
    }

    private static bool AreSameObjects(object? left, object? right)
    {
        if (left is null || right is null)
            return IsNil(left) == IsNil(right);

        var (kind, other) = (GoValue.KindOf(left), GoValue.KindOf(right));
        if (kind != other)
        {
            throw new TemplateFunctionException(
                $"non-comparable types {Text(left)}: {GoValue.TypeOf(left)}, {GoValue.TypeOf(right)}: {GoPrinter.Print(right)}");
        }

        if (IsNil(left) || IsNil(right))
            return IsNil(left) == IsNil(right);
        if (kind is "slice" or "map")
            throw new TemplateFunctionException($"non-comparable type {Text(right)}: {GoValue.TypeOf(right)}");
        return kind == "ptr" ? ReferenceEquals(left, right) : Equals(left, right);
    }

    private static bool IsNil(object? value) => value is null or INilSlice;

    private static Family FamilyOf(object? value) => value switch
    {
        bool => Family.Bool,
        nint or long or int or ulong or uint or byte => Family.Integer,
        double => Family.Float,
        string => Family.Text,
        ComplexNumber => Family.Complex,
        IGoNamedValue { Kind: "int" or "int64" } => Family.Integer,
        _ => Family.None,
    };

    private static Int128 Integer(object value) => value switch
    {
        nint number => number,
        long number => number,
        int number => number,
        ulong number => number,
        uint number => number,
        byte number => number,
        _ => Integer(((IGoNamedValue)value).Plain!),
    };

    private static TemplateFunctionException Incompatible(object left, object right) =>
        new($"incompatible types for comparison: {GoValue.TypeOf(left)} and {GoValue.TypeOf(right)}") { Hint = "Convert one of them, for example with int, float64 or toString." };

    // As %s shows it.
    private static string Text(object value)
    {
        var output = new StringBuilder();
        new ValueFormatter(output, default, new('s'), static _ => { }).Append(value);
        return output.ToString();
    }
}
