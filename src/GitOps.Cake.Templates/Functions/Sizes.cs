using GitOps.Cake.Templates.Evaluation;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions;

/// <summary>
/// Keeps what functions make within the limits. A small value can be endless to walk through (a list that holds another one twice, again and
/// again), so whoever prints, copies or compares one asks here first.
/// </summary>
internal static class Sizes
{
    public static Action<long> Guard(TemplateCall call) => call.Run.CheckLength;

    /// <summary>The text of an argument as <c>%v</c> shows it.</summary>
    public static string Print(this TemplateCall call, int index) => Print(call, call[index]);

    /// <summary>The text of a value as <c>%v</c> shows it.</summary>
    public static string Print(this TemplateCall call, object? value) => Print(call.Run, value);

    public static string Print(TemplateRun run, object? value)
    {
        if (value is string text)
            return text;

        Check(run, value);
        return GoPrinter.Print(value);
    }

    /// <summary>Refuses a value that is too large to walk through.</summary>
    public static void Check(this TemplateCall call, object? value) => Check(call.Run, value);

    private static void Check(TemplateRun run, object? value)
    {
        if (value is not (GoMap or GoStringMap or System.Collections.IList or GoStruct))
            return;

        var left = (long)run.Limits.ValueLength;
        Count(run, value, ref left, 0);
        run.Reserve(run.Limits.ValueLength - left);
    }

    private static void Count(TemplateRun run, object? value, ref long left, int depth)
    {
        left -= value is string text ? text.Length + 1 : 1;
        if (left < 0)
            throw new LimitExceededException($"the value has more than {run.Limits.ValueLength} characters and elements");
        GoValueException.CheckDepth(depth);

        switch (value)
        {
            case GoMap map:
                foreach (var (key, item) in map.Ordered())
                {
                    left -= key.Length;
                    Count(run, item, ref left, depth + 1);
                }

                break;
            case List<object?> list:
                foreach (var item in list)
                    Count(run, item, ref left, depth + 1);
                break;
            case GoStringMap map:
                left -= map.Ordered().Sum(entry => (long)entry.Key.Length + entry.Value.Length);
                break;
            case List<string> list:
                left -= list.Sum(item => (long)item.Length + 1);
                break;
            case System.Collections.IList list:
                left -= list.Count;
                break;
            case GoStruct structure:
                foreach (var field in structure.Fields)
                    Count(run, field.Value, ref left, depth + 1);
                break;
        }
    }
}
