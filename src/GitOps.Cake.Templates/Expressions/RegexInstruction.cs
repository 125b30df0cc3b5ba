namespace GitOps.Cake.Templates.Expressions;

internal enum RegexOperation
{
    /// <summary>Takes a character of the set.</summary>
    Take,

    /// <summary>Goes on at the target first, at the other one if that fails.</summary>
    Split,

    /// <summary>Goes on at the target.</summary>
    Jump,

    /// <summary>Remembers the position.</summary>
    Save,

    /// <summary>Goes on only at such a place.</summary>
    Require,

    /// <summary>The expression matches.</summary>
    Match,
}

/// <param name="Operation">What to do.</param>
/// <param name="Target">Where to go on; of Save, the slot.</param>
/// <param name="Other">Where else.</param>
/// <param name="Set">The characters.</param>
/// <param name="Place">The place.</param>
internal sealed record RegexInstruction(RegexOperation Operation, int Target = 0, int Other = 0, RuneSet? Set = null, RegexPlace Place = default)
{
    private readonly UInt128 _ascii = Set is null ? default : Ascii(Set);

    public bool Takes(int rune) => rune < 128 ? (_ascii >> rune & 1) != 0 : Set!.Contains(rune);

    private static UInt128 Ascii(RuneSet set)
    {
        UInt128 bits = 0;
        foreach (var (low, high) in set.Ranges)
        {
            for (var rune = low; rune <= Math.Min(high, 127); rune++)
                bits |= UInt128.One << rune;
        }

        return bits;
    }
}
