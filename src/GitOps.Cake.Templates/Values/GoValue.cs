namespace GitOps.Cake.Templates.Values;

/// <summary>
/// The values of Go templates in .NET: nil is <c>null</c>; <c>bool</c>, <c>string</c>; int is <c>nint</c>, int64 <c>long</c>,
/// int32 <c>int</c>, uint64 <c>ulong</c>, uint32 <c>uint</c>, uint8 <c>byte</c>, float64 <c>double</c>; []any is <c>List&lt;object?&gt;</c>,
/// []string <c>List&lt;string&gt;</c>, []int <c>List&lt;nint&gt;</c>; maps are <see cref="GoMap"/> and <see cref="GoStringMap"/>;
/// time is <see cref="GoTime"/>; other named types are <see cref="IGoNamedValue"/>.
/// </summary>
public static partial class GoValue
{
    /// <summary>Go's name of the value's kind, the answer of <c>kindOf</c>: <c>invalid</c> for null, <c>slice</c>, <c>map</c>, <c>float64</c>, ...</summary>
    /// <param name="value">A value.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentException">The object is none of the types that stand for Go's.</exception>
    public static string KindOf(object? value) => value switch
    {
        null => "invalid",
        IGoNamedValue named => named.Kind,
        List<object?> or List<string> or List<nint> or byte[] => "slice",
        GoMap or GoStringMap => "map",
        GoTime => "struct",
        _ => TypeOf(value),
    };

    /// <summary>Go's name of the value's type, the answer of <c>typeOf</c> and <c>%T</c>: <c>&lt;nil&gt;</c> for null, <c>[]interface {}</c>, ...</summary>
    /// <param name="value">A value.</param>
    /// <returns>The type's name.</returns>
    /// <exception cref="ArgumentException">The object is none of the types that stand for Go's.</exception>
    public static string TypeOf(object? value) => value switch
    {
        null => "<nil>",
        string => "string",
        bool => "bool",
        nint => "int",
        long => "int64",
        int => "int32",
        ulong => "uint64",
        uint => "uint32",
        byte => "uint8",
        double => "float64",
        GoTypedList list => list.TypeName,
        List<object?> => "[]interface {}",
        List<string> => "[]string",
        List<nint> => "[]int",
        byte[] => "[]uint8",
        GoMap => "map[string]interface {}",
        GoStringMap => "map[string]string",
        GoTime => "time.Time",
        IGoNamedValue named => named.TypeName,
        _ => throw NoValue(value),
    };

    /// <summary>Whether <c>if</c> takes the value for true: not nil, false, zero or empty. A struct always is.</summary>
    /// <param name="value">A value.</param>
    /// <returns>Its truth.</returns>
    /// <exception cref="ArgumentException">The object is none of the types that stand for Go's.</exception>
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        string text => text.Length > 0,
        bool flag => flag,
        nint number => number != 0,
        long number => number != 0,
        int number => number != 0,
        ulong number => number != 0,
        uint number => number != 0,
        byte number => number != 0,
        double number => number != 0,
        List<object?> list => list.Count > 0,
        List<string> list => list.Count > 0,
        List<nint> list => list.Count > 0,
        byte[] bytes => bytes.Length > 0,
        GoMap map => map.Count > 0,
        GoStringMap map => map.Count > 0,
        GoTime => true,
        IGoNamedValue { Kind: "struct" or "ptr" } => true,
        IGoNamedValue named => IsTrue(named.Plain),
        _ => throw NoValue(value),
    };

    internal static ArgumentException NoValue(object value) =>
        new($"A {value.GetType()} is no value of a template; GoValue.From turns .NET's lists, maps and numbers into such values.", nameof(value));
}
