using GitOps.Cake.Templates.Evaluation;
using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Go;

internal static class AccessFunctions
{
    public const string Names = "index len";

    public static TemplateFunction? Find(string name) => name switch
    {
        "index" => Signature.Of("rr*", static call => Index(call)),
        "len" => Signature.Of("r", static call => (nint)Length(call[0])),
        _ => null,
    };

    private static object? Index(TemplateCall call)
    {
        var item = Reflected.Value(call[0]) ?? throw new TemplateFunctionException("index of untyped nil");
        var found = (object?)item;
        foreach (var index in call.From(1))
        {
            if (found is null)
                throw new TemplateFunctionException("index of nil pointer");
            found = Element(found, Reflected.Value(index));
        }

        return found;
    }

    private static object? Element(object item, object? index) => item switch
    {
        GoMap map => map.GetValueOrDefault(Key(index)),
        GoStringMap map => map.GetValueOrDefault(Key(index), ""),
        List<object?> list => list[Position(index, list.Count, "slice")],
        List<string> list => list[Position(index, list.Count, "slice")],
        List<nint> list => list[Position(index, list.Count, "slice")],
        byte[] list => list[Position(index, list.Length, "slice")],
        string text => GoBytes.Encode(text) is var bytes ? bytes[Position(index, bytes.Length, "string")] : null,
        _ => throw new TemplateFunctionException($"can't index item of type {GoValue.TypeOf(item)}"),
    };

    private static string Key(object? index) => index switch
    {
        string key => key,
        null => throw new TemplateFunctionException("value is nil; should be of type string"),
        _ => throw new TemplateFunctionException($"value has type {GoValue.TypeOf(index)}; should be string"),
    };

    private static int Position(object? index, int length, string kind)
    {
        Int128 position = index switch
        {
            nint number => number,
            long number => number,
            int number => number,
            ulong number => (long)number,
            uint number => number,
            byte number => number,
            null => throw new TemplateFunctionException("cannot index slice/array with nil"),
            _ => throw new TemplateFunctionException($"cannot index slice/array with type {GoValue.TypeOf(index)}"),
        };
        if (position < 0 || position > length)
            throw new TemplateFunctionException($"index out of range: {position}");
        if (position == length)
            throw new TemplateFunctionException($"reflect: {kind} index out of range");
        return (int)position;
    }

    private static int Length(object? item) => item switch
    {
        string text => GoBytes.Count(text),
        List<object?> list => list.Count,
        List<string> list => list.Count,
        List<nint> list => list.Count,
        byte[] list => list.Length,
        GoMap map => map.Count,
        GoStringMap map => map.Count,
        null => throw new TemplateFunctionException("len of nil pointer"),
        Nothing => throw new TemplateFunctionException("reflect: call of reflect.Value.Type on zero Value"),
        _ => throw new TemplateFunctionException($"len of type {GoValue.TypeOf(item)}"),
    };
}
