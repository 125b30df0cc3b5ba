namespace GitOps.Cake.Templates.Dates;

/// <summary>The literal text in front of an element of a layout, the element, and what is behind it.</summary>
internal readonly ref struct LayoutChunk
{
    public ReadOnlySpan<char> Prefix { get; init; }

    public LayoutElement Element { get; init; }

    /// <summary>The element as the layout writes it: <c>Jan</c>, <c>Z07:00</c>, <c>.000</c>.</summary>
    public ReadOnlySpan<char> Written { get; init; }

    public ReadOnlySpan<char> Suffix { get; init; }

    /// <summary>Finds the first element of a layout.</summary>
    public static LayoutChunk Next(ReadOnlySpan<char> layout)
    {
        for (var index = 0; index < layout.Length; index++)
        {
            var (element, skipped, length) = At(layout[index..]);
            if (element == LayoutElement.None)
                continue;

            var start = index + skipped;
            return new() { Prefix = layout[..start], Element = element, Written = layout.Slice(start, length), Suffix = layout[(start + length)..] };
        }

        return new() { Prefix = layout };
    }

    private static (LayoutElement Element, int Skipped, int Length) At(ReadOnlySpan<char> text) => text switch
    {
        ['J', 'a', 'n', 'u', 'a', 'r', 'y', ..] => (LayoutElement.MonthName, 0, 7),
        ['J', 'a', 'n', .. var rest] when !StartsLower(rest) => (LayoutElement.MonthAbbreviation, 0, 3),
        ['M', 'o', 'n', 'd', 'a', 'y', ..] => (LayoutElement.DayName, 0, 6),
        ['M', 'o', 'n', .. var rest] when !StartsLower(rest) => (LayoutElement.DayAbbreviation, 0, 3),
        ['M', 'S', 'T', ..] => (LayoutElement.ZoneName, 0, 3),
        ['0', '1', ..] => (LayoutElement.MonthZero, 0, 2),
        ['0', '2', ..] => (LayoutElement.DayZero, 0, 2),
        ['0', '3', ..] => (LayoutElement.Hour12Zero, 0, 2),
        ['0', '4', ..] => (LayoutElement.MinuteZero, 0, 2),
        ['0', '5', ..] => (LayoutElement.SecondZero, 0, 2),
        ['0', '6', ..] => (LayoutElement.YearShort, 0, 2),
        ['0', '0', '2', ..] => (LayoutElement.DayOfYearZero, 0, 3),
        ['1', '5', ..] => (LayoutElement.Hour, 0, 2),
        ['1', ..] => (LayoutElement.Month, 0, 1),
        ['2', '0', '0', '6', ..] => (LayoutElement.Year, 0, 4),
        ['2', ..] => (LayoutElement.Day, 0, 1),
        ['_', '2', '0', '0', '6', ..] => (LayoutElement.Year, 1, 4),
        ['_', '2', ..] => (LayoutElement.DayBlank, 0, 2),
        ['_', '_', '2', ..] => (LayoutElement.DayOfYearBlank, 0, 3),
        ['3', ..] => (LayoutElement.Hour12, 0, 1),
        ['4', ..] => (LayoutElement.Minute, 0, 1),
        ['5', ..] => (LayoutElement.Second, 0, 1),
        ['P', 'M', ..] => (LayoutElement.HalfUpper, 0, 2),
        ['p', 'm', ..] => (LayoutElement.HalfLower, 0, 2),
        ['-' or 'Z', '0', '7', .. var rest] => (LayoutElement.Offset, 0, 3 + OffsetTail(rest)),
        ['.' or ',', '0' or '9', ..] => Fraction(text),
        _ => default,
    };

    private static int OffsetTail(ReadOnlySpan<char> rest) => rest switch
    {
        ['0', '0', '0', '0', ..] => 4,
        [':', '0', '0', ':', '0', '0', ..] => 6,
        ['0', '0', ..] => 2,
        [':', '0', '0', ..] => 3,
        _ => 0,
    };

    // The same digit over and over, and no other one behind it.
    private static (LayoutElement Element, int Skipped, int Length) Fraction(ReadOnlySpan<char> text)
    {
        var end = text[1..].IndexOfAnyExcept(text[1]) is >= 0 and var other ? other + 1 : text.Length;
        if (end < text.Length && char.IsAsciiDigit(text[end]))
            return default;
        return (text[1] == '0' ? LayoutElement.FractionZeros : LayoutElement.FractionNines, 0, end);
    }

    private static bool StartsLower(ReadOnlySpan<char> text) => !text.IsEmpty && char.IsAsciiLetterLower(text[0]);
}
