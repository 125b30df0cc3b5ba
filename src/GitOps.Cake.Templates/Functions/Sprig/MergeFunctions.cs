using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>
/// Merging changes the first map. merge fills what is missing or empty there; mergeOverwrite lets later maps win. Maps merge key by key, lists
/// are taken whole, and what is taken is taken by reference.
/// </summary>
internal static class MergeFunctions
{
    public const string Names = "merge mustMerge mergeOverwrite mustMergeOverwrite";

    public static TemplateFunction? Find(string name) => name switch
    {
        "merge" or "mustMerge" => Signature.Of("mm*", static call => Merge(call, overwrite: false)),
        "mergeOverwrite" or "mustMergeOverwrite" => Signature.Of("mm*", static call => Merge(call, overwrite: true)),
        _ => null,
    };

    private static GoMap Merge(TemplateCall call, bool overwrite)
    {
        var target = call.Map(0) ?? [];
        foreach (var source in call.From(1))
        {
            if (source is not GoMap map)
                continue;
            Merge(call, target, map, overwrite, 0);
        }

        return target;
    }

    private static void Merge(TemplateCall call, GoMap target, GoMap source, bool overwrite, int depth)
    {
        GoValueException.CheckDepth(depth);
        foreach (var (key, value) in source.Ordered())
        {
            call.Run.Step();
            var isThere = target.TryGetValue(key, out var old);
            if (value is null)
            {
                if (overwrite)
                    target[key] = null;
                continue;
            }

            if (old is GoMap inner && AsMap(value) is { } more)
            {
                Merge(call, inner, more, overwrite, depth + 1);
                if (inner.Count > 0)
                    continue;
            }
            else if (old is GoStringMap { Count: > 0 } texts && value is GoStringMap others)
            {
                Merge(texts, others, overwrite);
                continue;
            }

            if (overwrite || !isThere || !GoValue.IsTrue(old))
                target[key] = value;
        }
    }

    private static void Merge(GoStringMap target, GoStringMap source, bool overwrite)
    {
        foreach (var (key, text) in source.Ordered())
        {
            if (overwrite || !target.TryGetValue(key, out var old) || old.Length == 0)
                target[key] = text;
        }
    }

    private static GoMap? AsMap(object value)
    {
        if (value is not GoStringMap texts)
            return value as GoMap;

        var map = new GoMap(texts.Count);
        foreach (var (key, text) in texts.Ordered())
            map[key] = text;
        return map;
    }
}
