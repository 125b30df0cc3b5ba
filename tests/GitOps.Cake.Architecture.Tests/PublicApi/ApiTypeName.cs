using System.Reflection;

namespace GitOps.Cake.Architecture.Tests.PublicApi;

/// <summary>Types by the names that C# has for them, with their nullability.</summary>
internal static class ApiTypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The name with those of the types around it, and its type parameters.</summary>
    public static string Nested(Type type)
    {
        var around = type.DeclaringType is { } outer && !type.IsGenericParameter ? $"{Nested(outer)}." : "";
        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(argument => Of(argument)).ToList();
        return $"{around}{Bare(type)}{(own.Count > 0 && !type.IsGenericParameter ? $"<{string.Join(", ", own)}>" : "")}";
    }

    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Of(underlying, nullability is { GenericTypeArguments: [var inner] } ? inner : null)}?";
        }

        var mark = !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        }

        return (Keywords.TryGetValue(type, out var keyword) ? keyword : Generic(type, nullability)) + mark;
    }

    private static string Generic(Type type, NullabilityInfo? nullability)
    {
        if (!type.IsGenericType)
        {
            return Nested(type);
        }

        var known = nullability?.GenericTypeArguments ?? [];
        var arguments = type.GetGenericArguments().Select((argument, position) => Of(argument, position < known.Length ? known[position] : null));
        return $"{(type.DeclaringType is { } outer ? $"{Nested(outer)}." : "")}{Bare(type)}<{string.Join(", ", arguments)}>";
    }

    private static string Bare(Type type) => type.Name.IndexOf('`', StringComparison.Ordinal) is var tick and >= 0 ? type.Name[..tick] : type.Name;
}
