namespace GitOps.Cake.Templates.Dates;

/// <summary>A part of a layout that stands for a part of a time; named after how it is written there.</summary>
internal enum LayoutElement
{
    None,
    MonthName,
    MonthAbbreviation,
    Month,
    MonthZero,
    DayName,
    DayAbbreviation,
    Day,
    DayBlank,
    DayZero,
    DayOfYearBlank,
    DayOfYearZero,
    Hour,
    Hour12,
    Hour12Zero,
    Minute,
    MinuteZero,
    Second,
    SecondZero,
    Year,
    YearShort,
    HalfUpper,
    HalfLower,
    ZoneName,
    Offset,
    FractionZeros,
    FractionNines,
}
