using GitOps.Cake.Templates.Parsing;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Evaluation;

internal sealed partial class Evaluator
{
    private Flow WalkRange(Operand dot, BranchNode range)
    {
        var mark = _variables.Count;
        var value = Evaluate(dot, range.Pipe).Value;
        var ran = value switch
        {
            null => false,
            List<object?> list => RangeOver(range, list, static item => new(item, IsBoxed: true)),
            List<string> list => RangeOver(range, list, static item => new(item)),
            List<nint> list => RangeOver(range, list, static item => new(item)),
            byte[] list => RangeOver(range, list, static item => new(item)),
            GoMap map => RangeOver(range, map, static item => new(item, IsBoxed: true)),
            GoStringMap map => RangeOver(range, map, static item => new(item)),
            nint or long or int or ulong or uint or byte => RangeOver(range, value),
            _ => throw Error($"range can't iterate over {GoPrinter.Print(value)}"),
        };
        var flow = ran || range.Else is null ? Flow.Next : Walk(dot, range.Else);
        Pop(mark);
        return flow;
    }

    private bool RangeOver<T>(BranchNode range, IReadOnlyList<T> list, Func<T, Operand> element)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (!Round(range, new((nint)index), element(list[index])))
                break;
        }

        return list.Count > 0;
    }

    private bool RangeOver<T>(BranchNode range, GoDictionary<T> map, Func<T, Operand> element)
    {
        var entries = map.Ordered();
        foreach (var (key, value) in entries)
        {
            if (!Round(range, new(key), element(value)))
                break;
        }

        return entries.Length > 0;
    }

    // A number n stands for 0 to n-1 of its own type.
    private bool RangeOver(BranchNode range, object number)
    {
        if (range.Pipe.Variables.Count > 1)
            throw Error($"can't use {GoPrinter.Print(number)} to iterate over more than one variable");

        var end = number is ulong large ? (long)Math.Min(large, long.MaxValue) : Convert.ToInt64(number is nint plain ? (long)plain : number, null);
        for (var index = 0L; index < end; index++)
        {
            if (!Round(range, default, new(OfType(index, number))))
                break;
        }

        return end > 0;
    }

    private static object OfType(long index, object number) => number switch
    {
        nint => (nint)index,
        long => index,
        int => (int)index,
        ulong => (ulong)index,
        uint => (uint)index,
        _ => (byte)index,
    };

    // Whether the loop goes on.
    private bool Round(BranchNode range, Operand index, Operand element)
    {
        run.Step();
        var names = range.Pipe.Variables;
        if (range.Pipe.IsAssignment && names.Count > 0)
        {
            Assign(names[0], names.Count > 1 ? index : element);
            if (names.Count > 1)
                Assign(names[1], element);
        }
        else if (names.Count > 0)
        {
            _variables[^1] = _variables[^1] with { Value = element };
            if (names.Count > 1)
                _variables[^2] = _variables[^2] with { Value = index };
        }

        var mark = _variables.Count;
        var flow = Walk(element, range.List);
        Pop(mark);
        return flow != Flow.Break;
    }
}
