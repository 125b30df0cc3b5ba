namespace GitOps.Cake.Templates.Expressions;

/// <summary>The branches of a match that are alive at one position, in the order of priority, each instruction once.</summary>
internal sealed class RegexThreads(int instructions, int slots)
{
    private readonly int[] _entered = new int[instructions];
    private readonly int[] _alive = new int[instructions];
    private int[] _saved = new int[8 * slots];
    private int _round;

    public int Count { get; private set; }

    public int this[int index] => _alive[index];

    public Span<int> Saved(int index) => _saved.AsSpan(index * slots, slots);

    public void Clear()
    {
        Count = 0;
        _round++;
    }

    /// <summary>Whether the instruction was not reached before at this position.</summary>
    public bool TryEnter(int instruction)
    {
        if (_entered[instruction] == _round)
            return false;

        _entered[instruction] = _round;
        return true;
    }

    public void Keep(int instruction, ReadOnlySpan<int> positions)
    {
        if ((Count + 1) * slots > _saved.Length)
            Array.Resize(ref _saved, _saved.Length * 2);
        _alive[Count] = instruction;
        positions.CopyTo(_saved.AsSpan(Count * slots));
        Count++;
    }
}
