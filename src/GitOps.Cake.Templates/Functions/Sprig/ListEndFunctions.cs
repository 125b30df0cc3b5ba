using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class ListEndFunctions
{
    public const string Names = "first mustFirst last mustLast rest mustRest initial mustInitial slice mustSlice chunk mustChunk";

    public static TemplateFunction? Find(string name) => name switch
    {
        "first" or "mustFirst" => Signature.Of("a", static call => Items(call, "first") is [var first, ..] ? first : null),
        "last" or "mustLast" => Signature.Of("a", static call => Items(call, "last") is [.., var last] ? last : null),
        "rest" or "mustRest" => Signature.Of("a", static call => Items(call, "rest") is { Count: > 0 } items ? Part(call, items, 1, items.Count) : new GoNilList()),
        "initial" or "mustInitial" =>
            Signature.Of("a", static call => Items(call, "initial") is { Count: > 0 } items ? Part(call, items, 0, items.Count - 1) : new GoNilList()),
        "slice" or "mustSlice" => Signature.Of("aa*", static call => Slice(call)),
        "chunk" or "mustChunk" => Signature.Of("ia", static call => Chunk(call)),
        _ => null,
    };

    private static IReadOnlyList<object?> Items(TemplateCall call, string end) => ListItems.Of(call[0], $"Cannot find {end} on type ");

    private static List<object?> Part(TemplateCall call, IReadOnlyList<object?> items, int start, int end)
    {
        call.Run.Reserve(end - start);
        var part = new List<object?>(end - start);
        for (var index = start; index < end; index++)
            part.Add(items[index]);
        return part;
    }

    private static object? Slice(TemplateCall call)
    {
        var items = ListItems.Of(call[0], "list should be type of slice or array but ");
        if (items.Count == 0)
            return null;

        var start = call.Count > 1 ? Cast.ToInteger(call[1]) : 0;
        var end = call.Count > 2 ? Cast.ToInteger(call[2]) : items.Count;
        if (start < 0 || end < start || end > items.Count)
            throw new TemplateFunctionException("reflect.Value.Slice: slice index out of bounds");

        var (from, count) = ((int)start, (int)(end - start));
        return call[0] switch
        {
            List<string> list => list.GetRange(from, count),
            List<nint> list => list.GetRange(from, count),
            byte[] list => list.AsSpan(from, count).ToArray(),
            _ => Part(call, items, from, from + count),
        };
    }

    private static GoTypedList Chunk(TemplateCall call)
    {
        var size = (double)call.Int(0);
        var items = ListItems.Of(call[1], "Cannot chunk type ");
        var count = Math.Floor((items.Count - 1) / size) + 1;

        // A size of none makes endlessly many chunks, one below makes chunks that are smaller than empty.
        if (!(count >= 0) || double.IsInfinity(count) || (size < 0 && count > 0))
            throw new TemplateFunctionException("runtime error: makeslice: len out of range");

        var chunks = new GoTypedList("[][]interface {}");
        for (var index = 0; index < count; index++)
        {
            var start = (int)Math.Min(index * size, items.Count);
            chunks.Add(Part(call, items, start, (int)Math.Min(start + size, items.Count)));
        }

        return chunks;
    }
}
