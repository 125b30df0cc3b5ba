using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class ListFilterFunctions
{
    public const string Names = "uniq mustUniq compact mustCompact has mustHas without mustWithout";

    public static TemplateFunction? Find(string name) => name switch
    {
        "uniq" or "mustUniq" => Signature.Of("a", static call => Uniq(call)),
        "compact" or "mustCompact" => Signature.Of("a", static call => Compact(call)),
        "has" or "mustHas" => Signature.Of("aa", static call => Has(call)),
        "without" or "mustWithout" => Signature.Of("aa*", static call => Without(call)),
        _ => null,
    };

    private static List<object?> Uniq(TemplateCall call)
    {
        var result = new List<object?>();
        foreach (var item in ListItems.Of(call[0], "Cannot find uniq on type "))
        {
            if (!Contains(call, result, item))
                result.Add(item);
        }

        return result;
    }

    private static List<object?> Compact(TemplateCall call)
    {
        var items = ListItems.Of(call[0], "Cannot compact on type ");
        call.Run.Reserve(items.Count);
        return items.Where(GoValue.IsTrue).ToList();
    }

    private static object Has(TemplateCall call) => call[1] is not null && Contains(call, ListItems.Of(call[1], "Cannot find has on type "), call[0]);

    private static List<object?> Without(TemplateCall call)
    {
        var result = new List<object?>();
        var omitted = call.From(1).ToArray();
        foreach (var item in ListItems.Of(call[0], "Cannot find without on type "))
        {
            if (!Contains(call, omitted, item))
                result.Add(item);
        }

        return result;
    }

    private static bool Contains(TemplateCall call, IReadOnlyList<object?> items, object? wanted)
    {
        foreach (var item in items)
        {
            call.Run.Step();
            if (TypeFunctions.DeepEqual(call, wanted, item))
                return true;
        }

        return false;
    }
}
