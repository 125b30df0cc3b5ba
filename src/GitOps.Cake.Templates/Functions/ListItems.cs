using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions;

/// <summary>The elements of lists of every type.</summary>
internal static class ListItems
{
    /// <summary>The elements; null for what is no list.</summary>
    public static IReadOnlyList<object?>? Find(object? value) => value switch
    {
        List<object?> list => list,
        List<string> list => list,
        List<nint> list => list.ConvertAll(static item => (object?)item),
        byte[] list => Array.ConvertAll(list, static item => (object?)item),
        _ => null,
    };

    /// <summary>The elements of an argument that has to be a list.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="complaint">The message about what is no list, its kind to be put at the end.</param>
    public static IReadOnlyList<object?> Of(object? value, string complaint)
    {
        if (value is null)
            throw new TemplateFunctionException("runtime error: invalid memory address or nil pointer dereference") { Hint = "The list is nil; guard it with \"default (list)\"." };
        return Find(value) ?? throw new TemplateFunctionException(complaint + GoValue.KindOf(value));
    }
}
