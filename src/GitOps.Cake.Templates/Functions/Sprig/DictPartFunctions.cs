using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class DictPartFunctions
{
    public const string Names = "pluck pick omit dig";

    public static TemplateFunction? Find(string name) => name switch
    {
        "pluck" => Signature.Of("sm*", static call => Pluck(call)),
        "pick" => Signature.Of("ms*", static call => Pick(call)),
        "omit" => Signature.Of("ms*", static call => Omit(call)),
        "dig" => Signature.Of("a*", static call => Dig(call)),
        _ => null,
    };

    private static List<object?> Pluck(TemplateCall call)
    {
        var found = new List<object?>();
        foreach (var map in call.From(1))
        {
            if (((GoMap?)map)?.TryGetValue(call.Text(0), out var value) ?? false)
                found.Add(value);
        }

        return found;
    }

    private static GoMap Pick(TemplateCall call)
    {
        var picked = new GoMap();
        foreach (var key in call.From(1))
        {
            if (call.Map(0)?.TryGetValue((string)key!, out var value) ?? false)
                picked[(string)key!] = value;
        }

        return picked;
    }

    private static GoMap Omit(TemplateCall call)
    {
        var kept = new GoMap();
        foreach (var (key, value) in call.Map(0)?.Ordered() ?? [])
            kept[key] = value;
        foreach (var key in call.From(1))
            kept.Remove((string)key!);
        return kept;
    }

    // dig KEY... DEFAULT MAP
    private static object? Dig(TemplateCall call)
    {
        if (call.Count < 3)
            throw new TemplateFunctionException("dig needs at least three arguments");

        var map = Convert<GoMap>(call[call.Count - 1], "map[string]interface {}");
        var last = call.Count - 3;
        for (var index = 0; index <= last; index++)
            _ = Convert<string>(call[index], "string");
        for (var index = 0; index <= last; index++)
        {
            if (!map.TryGetValue((string)call[index]!, out var found))
                return call[call.Count - 2];
            if (index == last)
                return found;
            map = Convert<GoMap>(found, "map[string]interface {}");
        }

        return null;
    }

    private static T Convert<T>(object? value, string type)
        where T : class =>
        value as T ?? throw new TemplateFunctionException(
            $"interface conversion: interface {{}} is {(value is null ? "nil" : GoValue.TypeOf(value))}, not {type}");
}
