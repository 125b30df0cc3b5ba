using System.Globalization;
using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>Writes times by a layout: an example of how Monday, 2 January 2006, 15:04:05 would look.</summary>
internal static class DateWriter
{
    public static string Write(GoTime time, string layout)
    {
        var output = new StringBuilder(layout.Length + 10);
        var rest = layout.AsSpan();
        while (true)
        {
            var chunk = LayoutChunk.Next(rest);
            output.Append(chunk.Prefix);
            if (chunk.Element == LayoutElement.None)
                return output.ToString();

            Append(output, time, chunk);
            rest = chunk.Suffix;
        }
    }

    private static void Append(StringBuilder output, GoTime time, LayoutChunk chunk)
    {
        var hour12 = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        _ = chunk.Element switch
        {
            LayoutElement.MonthName => output.Append(DateNames.Months[time.Month - 1]),
            LayoutElement.MonthAbbreviation => output.Append(DateNames.Months[time.Month - 1], 0, 3),
            LayoutElement.Month => Number(output, time.Month, 0),
            LayoutElement.MonthZero => Number(output, time.Month, 2),
            LayoutElement.DayName => output.Append(DateNames.Days[(int)time.DayOfWeek]),
            LayoutElement.DayAbbreviation => output.Append(DateNames.Days[(int)time.DayOfWeek], 0, 3),
            LayoutElement.Day => Number(output, time.Day, 0),
            LayoutElement.DayBlank => Blanks(output, time.Day, 2),
            LayoutElement.DayZero => Number(output, time.Day, 2),
            LayoutElement.DayOfYearBlank => Blanks(output, time.DayOfYear, 3),
            LayoutElement.DayOfYearZero => Number(output, time.DayOfYear, 3),
            LayoutElement.Hour => Number(output, time.Hour, 2),
            LayoutElement.Hour12 => Number(output, hour12, 0),
            LayoutElement.Hour12Zero => Number(output, hour12, 2),
            LayoutElement.Minute => Number(output, time.Minute, 0),
            LayoutElement.MinuteZero => Number(output, time.Minute, 2),
            LayoutElement.Second => Number(output, time.Second, 0),
            LayoutElement.SecondZero => Number(output, time.Second, 2),
            LayoutElement.Year => Number(output, time.Year, 4),
            LayoutElement.YearShort => Number(output, Math.Max(0, time.Year) % 100, 2),
            LayoutElement.HalfUpper => output.Append(time.Hour >= 12 ? "PM" : "AM"),
            LayoutElement.HalfLower => output.Append(time.Hour >= 12 ? "pm" : "am"),
            LayoutElement.ZoneName => time.Zone.Length > 0 ? output.Append(time.Zone) : Offset(output, time.Offset, "-0700"),
            LayoutElement.Offset => Offset(output, time.Offset, chunk.Written),
            _ => Fraction(output, time.Nanosecond, chunk),
        };
    }

    private static StringBuilder Number(StringBuilder output, int number, int width) =>
        output.Append(number < 0 ? "-" : "").Append(Math.Abs(number).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'));

    private static StringBuilder Blanks(StringBuilder output, int number, int width) =>
        output.Append(number.ToString(CultureInfo.InvariantCulture).PadLeft(width));

    private static StringBuilder Offset(StringBuilder output, int seconds, ReadOnlySpan<char> written)
    {
        if (written[0] == 'Z' && seconds == 0)
            return output.Append('Z');

        var colon = written.Contains(':') ? ":" : "";
        var size = Math.Abs(seconds);
        var digits = written.Length - written.Count(':');
        output.Append(seconds < 0 ? '-' : '+');
        Number(output, size / 3600, 2);
        if (digits >= 5)
            Number(output.Append(colon), size / 60 % 60, 2);
        if (digits >= 7)
            Number(output.Append(colon), size % 60, 2);
        return output;
    }

    private static StringBuilder Fraction(StringBuilder output, int nanoseconds, LayoutChunk chunk)
    {
        var digits = nanoseconds.ToString("000000000", CultureInfo.InvariantCulture);
        digits = digits.PadRight(chunk.Written.Length - 1, '0')[..(chunk.Written.Length - 1)];
        if (chunk.Element == LayoutElement.FractionNines)
            digits = digits.TrimEnd('0');
        return digits.Length == 0 ? output : output.Append(chunk.Written[0]).Append(digits);
    }
}
