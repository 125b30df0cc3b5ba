using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Helmfile;

/// <summary>Reading values by a path of keys. The default of get stands in for missing keys alone, never for a null or for what is no map.</summary>
internal static class GetFunctions
{
    public const string Names = "get getOrNil";

    public static TemplateFunction? Find(string name) => name switch
    {
        "get" => Signature.Of("sa*", static call => Get(call)),
        "getOrNil" => Signature.Of("sa", static call => Find(call.Text(0), call[1], out var value) is null ? value : null),
        _ => null,
    };

    // get PATH [DEFAULT] VALUE
    private static object? Get(TemplateCall call)
    {
        if (call.Count is not (2 or 3))
        {
            throw new TemplateFunctionException(
                "unexpected number of args passed to the template function get(path, [def, ]obj): expected 1 or 2,"
                + $" got {call.Count - 1}, args was {call.Print(call.From(1).ToArray().ToList())}");
        }

        if (Find(call.Text(0), call[call.Count - 1], out var value) is not { } problem)
            return value;
        return call.Count == 3 && problem.IsMissing ? call[1] : throw new TemplateFunctionException(problem.Message(call))
        {
            Hint = problem.IsMissing ? "Give a default: get PATH DEFAULT VALUE." : "Only the last key of the path may lead to something else than a map.",
        };
    }

    // What is in the way; null when the path leads to a value.
    private static Problem? Find(string path, object? value, out object? found)
    {
        found = value;
        if (path.Length == 0)
            return null;

        foreach (var key in path.Split('.'))
        {
            switch (found)
            {
                case GoMap map when map.TryGetValue(key, out var inner):
                    found = inner;
                    break;
                case GoStringMap map when map.TryGetValue(key, out var text):
                    // What is behind a text is not looked at.
                    found = text;
                    return null;
                case GoMap or GoStringMap:
                    return new(key, found, IsMissing: true);
                case GoStruct { IsPointer: false } structure when structure.TryGetField(key, out var field):
                    found = field;
                    break;
                case GoStruct { IsPointer: false }:
                    return new(key, found, IsMissing: true);
                default:
                    return new(key, found, IsMissing: false);
            }
        }

        return null;
    }

    private sealed record Problem(string Key, object? Holder, bool IsMissing)
    {
        public string Message(TemplateCall call) => Holder switch
        {
            GoMap or GoStringMap => $"no value exist for key \"{Key}\" in {call.Print(Holder)}",
            GoStruct { IsPointer: false } => $"no field named \"{Key}\" exist in {call.Print(Holder)}",
            _ => $"unexpected type({GoValue.TypeOf(Holder)}) of value for key \"{Key}\": it must be either map[string]any or any struct",
        };
    }
}
