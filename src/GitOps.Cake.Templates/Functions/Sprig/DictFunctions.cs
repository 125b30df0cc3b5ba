using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Maps are references: set and unset change the map that they are given, and give it back.</summary>
internal static class DictFunctions
{
    public const string Names = "dict get sprigGet set unset hasKey keys values";

    public static TemplateFunction? Find(string name) => name switch
    {
        "dict" => Signature.Of("a*", static call => Dict(call)),
        "get" or "sprigGet" => Signature.Of("ms", static call => call.Map(0) is { } map && map.TryGetValue(call.Text(1), out var value) ? value : ""),
        "set" => Signature.Of("msa", static call => Set(call)),
        "unset" => Signature.Of("ms", static call => Unset(call)),
        "hasKey" => Signature.Of("ms", static call => call.Map(0)?.ContainsKey(call.Text(1)) ?? false),
        "keys" => Signature.Of("m*", static call => Keys(call)),
        "values" => Signature.Of("m", static call => call.Map(0) is { } map ? map.Values.ToList() : []),
        _ => null,
    };

    // A key without a value behind it gets the empty text.
    private static GoMap Dict(TemplateCall call)
    {
        var map = new GoMap((call.Count + 1) / 2);
        for (var index = 0; index < call.Count; index += 2)
            map[call.Print(index)] = index + 1 < call.Count ? call[index + 1] : "";
        return map;
    }

    private static GoMap Set(TemplateCall call)
    {
        var map = call.Map(0) ?? throw new TemplateFunctionException("assignment to entry in nil map") { Hint = "The map is nil; begin with \"dict\"." };
        map[call.Text(1)] = call[2];
        return map;
    }

    private static GoMap Unset(TemplateCall call)
    {
        var map = call.Map(0) ?? [];
        map.Remove(call.Text(1));
        return map;
    }

    private static List<string> Keys(TemplateCall call)
    {
        var keys = new List<string>();
        foreach (var map in call.From(0))
            keys.AddRange(((GoMap?)map)?.Keys ?? []);
        call.Run.Reserve(keys.Count);
        return keys;
    }
}
