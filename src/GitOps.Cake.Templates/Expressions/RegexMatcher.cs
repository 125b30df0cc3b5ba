using System.Text;

namespace GitOps.Cake.Templates.Expressions;

/// <summary>
/// Runs a program over a text, following all of its branches at once: the time is bounded by the length of the text times that of the program.
/// The match is the leftmost one, and of these the one that comes first in the order of the expression.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="text">The text.</param>
/// <param name="slots">How many positions to remember: two for the whole match, two for each group.</param>
/// <param name="work">Told how much was done.</param>
internal sealed class RegexMatcher(RegexProgram program, string text, int slots, Action<long> work)
{
    private const int StepsBetweenReports = 256;

    private readonly RegexThreads _current = new(program.Instructions.Count, slots);
    private readonly RegexThreads _next = new(program.Instructions.Count, slots);
    private readonly Stack<(int Instruction, int Slot, int Old)> _branches = new();
    private int _steps;

    /// <summary>The first match from a position on.</summary>
    /// <returns>Where it and its groups begin and end, -1 for a group without a match; null when there is none.</returns>
    public int[]? Find(int start)
    {
        var (running, following) = (_current, _next);
        running.Clear();
        int[]? match = null;
        var saved = new int[slots];
        var position = start;
        while (true)
        {
            if (running.Count == 0 && (match is not null || (program.IsAnchored && position > 0) || !TrySkip(ref position)))
                return match;
            if (match is null)
            {
                Array.Fill(saved, -1);
                Add(running, 0, position, saved);
            }

            var isEnd = position >= text.Length;
            var (rune, width) = isEnd ? (-1, 1) : RuneAt(position);
            following.Clear();
            for (var index = 0; index < running.Count; index++)
            {
                Count();
                var instruction = program.Instructions[running[index]];
                if (instruction.Operation == RegexOperation.Match)
                {
                    // What comes later has no say any more.
                    match = running.Saved(index).ToArray();
                    break;
                }

                if (!isEnd && instruction.Takes(rune))
                {
                    running.Saved(index).CopyTo(saved);
                    Add(following, running[index] + 1, position + width, saved);
                }
            }

            if (isEnd)
                return match;
            (running, following) = (following, running);
            position += width;
        }
    }

    // Jumps to where a match can begin.
    private bool TrySkip(ref int position)
    {
        if (program.Prefix.Length == 0)
            return true;

        var found = position > text.Length ? -1 : text.IndexOf(program.Prefix, position, StringComparison.Ordinal);
        work((found < 0 ? text.Length - position : found - position) / StepsBetweenReports);
        position = found;
        return found >= 0;
    }

    private void Count()
    {
        if (++_steps % StepsBetweenReports == 0)
            work(StepsBetweenReports / 8);
    }

    // Follows everything that takes no character, in the order of priority.
    private void Add(RegexThreads threads, int instruction, int position, int[] saved)
    {
        _branches.Push((instruction, -1, 0));
        while (_branches.TryPop(out var branch))
        {
            if (branch.Slot >= 0)
            {
                saved[branch.Slot] = branch.Old;
                continue;
            }

            var at = branch.Instruction;
            while (threads.TryEnter(at))
            {
                Count();
                var step = program.Instructions[at];
                if (step.Operation is RegexOperation.Take or RegexOperation.Match)
                {
                    threads.Keep(at, saved);
                    break;
                }

                if (step.Operation == RegexOperation.Split)
                    _branches.Push((step.Other, -1, 0));
                if (step.Operation == RegexOperation.Require && !IsAt(step.Place, position))
                    break;
                if (step.Operation == RegexOperation.Save && step.Target < slots)
                {
                    _branches.Push((0, step.Target, saved[step.Target]));
                    saved[step.Target] = position;
                }

                at = step.Operation is RegexOperation.Split or RegexOperation.Jump ? step.Target : at + 1;
            }
        }
    }

    private (int Rune, int Width) RuneAt(int position)
    {
        Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var width);
        return (rune.Value, width);
    }

    private bool IsAt(RegexPlace place, int position) => place switch
    {
        RegexPlace.TextStart => position == 0,
        RegexPlace.TextEnd => position == text.Length,
        RegexPlace.LineStart => position == 0 || text[position - 1] == '\n',
        RegexPlace.LineEnd => position == text.Length || text[position] == '\n',
        RegexPlace.WordBoundary => IsWord(position - 1) != IsWord(position),
        _ => IsWord(position - 1) == IsWord(position),
    };

    private bool IsWord(int position) =>
        position >= 0 && position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_');
}
