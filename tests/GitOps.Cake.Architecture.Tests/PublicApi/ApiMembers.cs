using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GitOps.Cake.Architecture.Tests.PublicApi;

/// <summary>The members of a type that its users can call or override, without what a record or an override brings by itself.</summary>
internal static class ApiMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [];
        }

        return type.IsEnum
            ? type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}")
            : [.. Constructors(type), .. Fields(type), .. Properties(type), .. Events(type), .. Methods(type)];
    }

    public static string Signature(MethodBase method, string name)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var result = method is MethodInfo { ReturnParameter: var returned } info ? $"{Ref(returned)}{ApiTypeName.Of(info.ReturnType, Nullability(returned))} " : "";
        var constraints = method.IsGenericMethod ? ApiType.Constraints(method.GetGenericArguments()) : "";
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return $"{result}{name}{generic}({(isExtension ? "this " : "")}{string.Join(", ", method.GetParameters().Select(Parameter))}){constraints}";
    }

    private static IEnumerable<string> Constructors(Type type) =>
        from constructor in type.GetConstructors(Declared)
        where IsSeen(constructor) && !constructor.IsStatic && !IsMade(constructor)
        let signature = Signature(constructor, type.Name.Split('`')[0])
        orderby signature
        select $"{Access(constructor)}{signature}";

    private static IEnumerable<string> Fields(Type type) =>
        from field in type.GetFields(Declared)
        where field.IsPublic || field.IsFamily
        orderby field.Name
        let kind = field.IsLiteral ? "const " : field.IsStatic ? "static readonly " : ""
        let value = field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : ""
        select $"{kind}{ApiTypeName.Of(field.FieldType, new NullabilityInfoContext().Create(field))} {field.Name}{value}";

    private static IEnumerable<string> Properties(Type type) =>
        from property in type.GetProperties(Declared)
        let seen = property.GetAccessors(nonPublic: true).Where(IsSeen).OrderBy(accessor => !accessor.IsPublic).ToList()
        where seen.Count > 0 && !IsMade(property) && !IsOverride(seen[0])
        orderby property.Name
        let required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : ""
        let accessors = string.Concat(seen.OrderBy(accessor => accessor.ReturnType == typeof(void)).Select(accessor => Accessor(accessor, Access(seen[0]))))
        let name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name
        select $"{Modifiers(seen[0])}{required}{ApiTypeName.Of(property.PropertyType, new NullabilityInfoContext().Create(property))} {name} {{ {accessors}}}";

    private static IEnumerable<string> Events(Type type) =>
        from happening in type.GetEvents(Declared)
        where happening.AddMethod is { } add && IsSeen(add)
        orderby happening.Name
        select $"{Modifiers(happening.AddMethod!)}event {ApiTypeName.Of(happening.EventHandlerType!)} {happening.Name}";

    private static IEnumerable<string> Methods(Type type) =>
        from method in type.GetMethods(Declared)
        where IsSeen(method) && !IsMade(method) && !IsOverride(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        let attributes = string.Concat(ApiType.Attributes(method).Select(attribute => $"{attribute} "))
        let signature = Signature(method, method.Name)
        orderby method.Name, signature
        select $"{attributes}{Modifiers(method)}{signature}";

    private static bool IsSeen(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    // What the compiler makes for records.
    private static bool IsMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) && ApiType.IsRecord(member.DeclaringType!);

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method && method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static string Modifiers(MethodBase method) => Access(method) + (method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    });

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Accessor(MethodInfo accessor, string usual) => (Access(accessor) == usual ? "" : Access(accessor)) + (accessor switch
    {
        { ReturnType: var type } when type != typeof(void) => "get; ",
        _ when accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) => "init; ",
        _ => "set; ",
    });

    private static string Parameter(ParameterInfo parameter)
    {
        var array = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "";
        return $"{array}{Ref(parameter)}{ApiTypeName.Of(parameter.ParameterType, Nullability(parameter))} {parameter.Name}{value}";
    }

    private static string Ref(ParameterInfo parameter) => parameter switch
    {
        { ParameterType.IsByRef: false } => "",
        { IsOut: true } => "out ",
        _ when parameter.IsDefined(typeof(IsReadOnlyAttribute)) => "in ",
        _ => "ref ",
    };

    private static NullabilityInfo Nullability(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter);

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
