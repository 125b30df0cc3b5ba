using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Each gives a new list and leaves its arguments alone.</summary>
internal static class ListBuildFunctions
{
    public const string Names = "list tuple concat append mustAppend push mustPush prepend mustPrepend reverse mustReverse";

    public static TemplateFunction? Find(string name) => name switch
    {
        "list" or "tuple" => Signature.Of("a*", static call => new List<object?>(call.From(0).ToArray())),
        "concat" => Signature.Of("a*", static call => Concat(call)),
        "append" or "mustAppend" or "push" or "mustPush" => Signature.Of("aa", static call => Join(call, Items(call, "Cannot push on type "), [call[1]])),
        "prepend" or "mustPrepend" => Signature.Of("aa", static call => Join(call, [call[1]], Items(call, "Cannot prepend on type "))),
        "reverse" or "mustReverse" => Signature.Of("a", static call => Reverse(call)),
        _ => null,
    };

    private static IReadOnlyList<object?> Items(TemplateCall call, string complaint) => ListItems.Of(call[0], complaint);

    private static List<object?> Join(TemplateCall call, IReadOnlyList<object?> first, IReadOnlyList<object?> second)
    {
        call.Run.Reserve((long)first.Count + second.Count);
        return [.. first, .. second];
    }

    private static List<object?> Reverse(TemplateCall call)
    {
        var items = Join(call, Items(call, "Cannot find reverse on type "), []);
        items.Reverse();
        return items;
    }

    private static List<object?> Concat(TemplateCall call)
    {
        var result = new List<object?>();
        foreach (var list in call.From(0))
        {
            if (list is not null && ListItems.Find(list) is null)
                throw new TemplateFunctionException($"Cannot concat type {GoValue.KindOf(list)} as list");

            var items = ListItems.Of(list, "");
            call.Run.Reserve((long)result.Count + items.Count);
            result.AddRange(items);
        }

        return result.Count > 0 ? result : new GoNilList();
    }
}
