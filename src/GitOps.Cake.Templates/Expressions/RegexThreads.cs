namespace GitOps.Cake.Templates.Expressions;

/// <summary>The branches of a match that are alive at one position, in the order of priority, each instruction once.</summary>
internal sealed class RegexThreads(int instructions, int slots)
{
    private readonly int[] entered = new int[instructions];
    private readonly int[] alive = new int[instructions];
    private int[] saved = new int[8 * slots];
    private int round;

    public int Count { get; private set; }

    public int this[int index] => alive[index];

    public Span<int> Saved(int index) => saved.AsSpan(index * slots, slots);

    public void Clear()
    {
        Count = 0;
        round++;
    }

    /// <summary>Whether the instruction was not reached before at this position.</summary>
    public bool TryEnter(int instruction)
    {
        if (entered[instruction] == round)
            return false;

        entered[instruction] = round;
        return true;
    }

    public void Keep(int instruction, ReadOnlySpan<int> positions)
    {
        if ((Count + 1) * slots > saved.Length)
            Array.Resize(ref saved, saved.Length * 2);
        alive[Count] = instruction;
        positions.CopyTo(saved.AsSpan(Count * slots));
        Count++;
    }
}
