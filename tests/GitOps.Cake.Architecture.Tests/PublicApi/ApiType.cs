using System.Reflection;
using System.Runtime.CompilerServices;

namespace GitOps.Cake.Architecture.Tests.PublicApi;

/// <summary>The line that declares a type.</summary>
internal static class ApiType
{
    public static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    public static string Head(Type type) => typeof(Delegate).IsAssignableFrom(type) && type.GetMethod("Invoke") is { } invoke
        ? $"public delegate {ApiMembers.Signature(invoke, ApiTypeName.Nested(type))}"
        : $"public {Kind(type)} {ApiTypeName.Nested(type)}{Bases(type)}{Constraints(type.GetGenericArguments())}";

    /// <summary>The attributes that users see the effects of: names of tasks, their order and routes, obsolescence.</summary>
    public static IEnumerable<string> Attributes(MemberInfo member) =>
        from attribute in member.CustomAttributes
        let name = attribute.AttributeType.Namespace ?? ""
        where name.StartsWith("GitOps.", StringComparison.Ordinal) || name.StartsWith("Cake.", StringComparison.Ordinal)
            || attribute.AttributeType.Name is "ObsoleteAttribute" or "FlagsAttribute" or "ExperimentalAttribute"
        let arguments = attribute.ConstructorArguments.Select(Argument)
            .Concat(attribute.NamedArguments.Select(named => $"{named.MemberName} = {Argument(named.TypedValue)}"))
        let text = string.Join(", ", arguments)
        select $"[{attribute.AttributeType.Name.Replace("Attribute", "", StringComparison.Ordinal)}{(text.Length > 0 ? $"({text})" : "")}]";

    public static string Constraints(Type[] parameters) => string.Concat(
        from parameter in parameters
        where parameter.IsGenericParameter
        let flags = parameter.GenericParameterAttributes
        let words = new[]
        {
            flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : null,
            flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? "struct" : null,
        }
        let types = parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(type => ApiTypeName.Of(type))
        let all = words.OfType<string>().Concat(types.Order(StringComparer.Ordinal)).ToList()
        where all.Count > 0
        select $" where {parameter.Name} : {string.Join(", ", all)}");

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(IsRecord(type) ? "record struct" : "struct")}",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(IsRecord(type) ? "record" : "class")}",
    };

    private static string Bases(Type type)
    {
        if (type.IsEnum)
        {
            return "";
        }

        var inherited = (type.BaseType?.GetInterfaces() ?? []).Concat(type.GetInterfaces().SelectMany(face => face.GetInterfaces())).ToHashSet();
        var own = type.GetInterfaces().Where(face => face.IsVisible && !inherited.Contains(face) && !(IsRecord(type) && face == typeof(IEquatable<>).MakeGenericType(type)));
        var bases = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [parent] : Array.Empty<Type>();
        var names = bases.Select(name => ApiTypeName.Of(name)).Concat(own.Select(face => ApiTypeName.Of(face)).Order(StringComparer.Ordinal)).ToList();
        return names.Count > 0 ? $" : {string.Join(", ", names)}" : "";
    }

    private static string Argument(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        string text => $"\"{text}\"",
        Type type => $"typeof({ApiTypeName.Of(type)})",
        IEnumerable<CustomAttributeTypedArgument> items => string.Join(", ", items.Select(Argument)),
        var value => $"{value}",
    };
}
