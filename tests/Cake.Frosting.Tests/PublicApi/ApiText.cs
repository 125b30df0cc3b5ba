using System.Reflection;
using System.Text;

namespace Cake.Frosting.Tests.PublicApi;

/// <summary>Writes an assembly's public types as the approved text has them.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().Select(Of);

    private static string Of(Type type)
    {
        var text = new StringBuilder(Heading(type));
        foreach (var usage in type.GetCustomAttributesData().Where(data => data.AttributeType == typeof(AttributeUsageAttribute)))
        {
            text.Append($"\n  {usage}");
        }

        foreach (var line in Constructors(type).Concat(Properties(type)).Concat(Methods(type)))
        {
            text.Append($"\n  {line}");
        }

        return text.ToString();
    }

    private static string Heading(Type type)
    {
        Type[] own = [.. type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])];
        string[] bases =
        [
            .. type.BaseType is { } parent && parent != typeof(object) ? [Name(parent)] : Array.Empty<string>(),
            .. own.Select(Name).Order(StringComparer.Ordinal),
        ];
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var inherits = bases is [] ? "" : $" : {string.Join(", ", bases)}";
        return $"[{type.Namespace}] {kind} {Name(type)}{inherits}{Constraints(type.GetGenericArguments())}";
    }

    private static IEnumerable<string> Constructors(Type type) => type.GetConstructors(Declared)
        .Where(constructor => !constructor.IsStatic && Visible(constructor))
        .Select(constructor => $"{Access(constructor)} .ctor({Parameters(constructor)})");

    private static IEnumerable<string> Properties(Type type) => type.GetProperties(Declared)
        .Where(property => Visible(property.GetMethod!))
        .Select(property =>
            $"{Access(property.GetMethod!)} {Modifier(property.GetMethod!)}{Name(property.PropertyType)} {property.Name} "
            + $"{{ get; {(property.SetMethod is { } set && Visible(set) ? "set; " : "")}}}");

    private static IEnumerable<string> Methods(Type type) => type.GetMethods(Declared)
        .Where(method => !method.IsSpecialName && Visible(method))
        .Select(method =>
            $"{Access(method)} {Modifier(method)}{Name(method.ReturnType)} {method.Name}{Generic(method.GetGenericArguments())}"
            + $"({Parameters(method)}){Constraints(method.GetGenericArguments())}");

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Modifier(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false, DeclaringType.IsInterface: true } => "virtual(default-impl) ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select((parameter, index) =>
        (index == 0 && method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "this " : "")
        + $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Constraints(Type[] parameters) => string.Concat(parameters
        .Select(parameter => (parameter.Name, Rules: Rules(parameter)))
        .Where(parameter => parameter.Rules is not [])
        .Select(parameter => $" where {parameter.Name} : {string.Join(", ", parameter.Rules)}"));

    private static string[] Rules(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        return
        [
            .. flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Select(Name),
            .. flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : Array.Empty<string>(),
        ];
    }

    private static string Generic(Type[] arguments) => arguments is [] ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";

    private static string Name(Type type) => type switch
    {
        _ when type == typeof(void) => "void",
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        { IsGenericType: true } => type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + Generic(type.GetGenericArguments()),
        _ => type.Name,
    };
}
