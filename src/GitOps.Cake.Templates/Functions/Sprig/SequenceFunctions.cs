namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class SequenceFunctions
{
    public const string Names = "until untilStep seq";

    public static TemplateFunction? Find(string name) => name switch
    {
        "until" => Signature.Of("i", static call => Range(call, 0, call.Int(0), call.Int(0) < 0 ? -1 : 1)),
        "untilStep" => Signature.Of("iii", static call => Range(call, call.Int(0), call.Int(1), call.Int(2))),
        "seq" => Signature.Of("i*", static call => string.Join(' ', Sequence(call))),
        _ => null,
    };

    // seq END, seq START END, seq START STEP END: the end belongs to it, and without a step it counts down by itself.
    private static List<nint> Sequence(TemplateCall call)
    {
        if (call.Count is 0 or > 3)
            return [];

        var start = call.Count == 1 ? 1 : call.Int(0);
        var end = call.Int(call.Count - 1);
        var direction = end < start ? -1 : 1;
        var step = call.Count == 3 ? call.Int(1) : direction;
        return direction < 0 && step > 0 ? [] : Range(call, start, unchecked(end + direction), step);
    }

    private static List<nint> Range(TemplateCall call, nint start, nint end, nint step)
    {
        if (step == 0 || end == start || end > start != step > 0)
            return [];

        var count = ((Int128)end - start + (step > 0 ? step - 1 : step + 1)) / step;
        call.Run.Reserve((long)Int128.Min(count, long.MaxValue));
        var numbers = new List<nint>((int)count);
        for (var index = 0; index < (int)count; index++)
            numbers.Add(start + index * step);
        return numbers;
    }
}
