namespace GitOps.Cake.Templates.Expressions;

/// <summary>A set of characters as ranges, in order and without overlap once it is sealed.</summary>
internal sealed class RuneSet
{
    public const int Last = 0x10FFFF;

    private List<(int Low, int High)> _ranges = [];
    private (int Low, int High)[] _sealedRanges = [];

    public IReadOnlyList<(int Low, int High)> Ranges => _sealedRanges;

    public static RuneSet Of(params ReadOnlySpan<(int Low, int High)> ranges)
    {
        var set = new RuneSet();
        foreach (var (low, high) in ranges)
            set.Add(low, high);
        return set.Seal();
    }

    public void Add(int low, int high) => _ranges.Add((low, high));

    public void Add(RuneSet other)
    {
        foreach (var (low, high) in other._sealedRanges)
            Add(low, high);
    }

    /// <summary>Adds every character that differs from one of the set in case alone.</summary>
    public void Fold()
    {
        foreach (var (low, high) in _ranges.ToArray())
        {
            for (var rune = Math.Max(low, CaseFolding.First); rune <= Math.Min(high, CaseFolding.Last); rune++)
            {
                foreach (var other in CaseFolding.Orbit(rune))
                    Add(other, other);
            }
        }
    }

    public RuneSet Seal()
    {
        _ranges.Sort();
        var merged = new List<(int Low, int High)>(_ranges.Count);
        foreach (var (low, high) in _ranges)
        {
            if (merged.Count > 0 && low <= merged[^1].High + 1)
                merged[^1] = (merged[^1].Low, Math.Max(merged[^1].High, high));
            else
                merged.Add((low, high));
        }

        _ranges = merged;
        _sealedRanges = [.. merged];
        return this;
    }

    public RuneSet Negate()
    {
        var rest = new RuneSet();
        var next = 0;
        foreach (var (low, high) in _sealedRanges)
        {
            if (low > next)
                rest.Add(next, low - 1);
            next = high + 1;
        }

        if (next <= Last)
            rest.Add(next, Last);
        return rest.Seal();
    }

    public bool Contains(int rune)
    {
        var (from, to) = (0, _sealedRanges.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (rune < _sealedRanges[middle].Low)
                to = middle;
            else if (rune > _sealedRanges[middle].High)
                from = middle + 1;
            else
                return true;
        }

        return false;
    }
}
