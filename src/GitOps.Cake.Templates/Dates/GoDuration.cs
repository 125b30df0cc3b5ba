using System.Globalization;
using GitOps.Cake.Templates.Functions;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>Go's <c>time.Duration</c>: a count of nanoseconds.</summary>
internal sealed record GoDuration(long Nanoseconds) : IGoNamedValue, IGoMethods
{
    public const long Second = 1_000_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;

    public string TypeName => "time.Duration";

    public string Kind => "int64";

    public string Text => ToString();

    public object? Plain => Nanoseconds;

    public TemplateFunction? FindMethod(string name) => name switch
    {
        "String" => Signature.Of("", _ => ToString()),
        "Hours" => Signature.Of("", _ => Nanoseconds / Hour + Nanoseconds % Hour / (double)Hour),
        "Minutes" => Signature.Of("", _ => Nanoseconds / Minute + Nanoseconds % Minute / (double)Minute),
        "Seconds" => Signature.Of("", _ => Nanoseconds / Second + Nanoseconds % Second / (double)Second),
        "Milliseconds" => Signature.Of("", _ => Nanoseconds / 1_000_000),
        "Microseconds" => Signature.Of("", _ => Nanoseconds / 1_000),
        "Nanoseconds" => Signature.Of("", _ => Nanoseconds),
        _ => null,
    };

    /// <summary>The form with units: <c>1h30m0s</c>, <c>1.5s</c>, <c>20ms</c>, <c>0s</c>.</summary>
    public override string ToString()
    {
        var size = Nanoseconds < 0 ? unchecked((ulong)-Nanoseconds) : (ulong)Nanoseconds;
        var sign = Nanoseconds < 0 ? "-" : "";
        if (size < Second)
        {
            return sign + size switch
            {
                0 => "0s",
                < 1_000 => Number(size, 1) + "ns",
                < 1_000_000 => Number(size, 1_000) + "µs",
                _ => Number(size, 1_000_000) + "ms",
            };
        }

        var hours = size / Hour;
        var minutes = size / Minute % 60;
        return sign
            + (hours > 0 ? Number(hours, 1) + "h" : "")
            + (size >= Minute ? Number(minutes, 1) + "m" : "")
            + Number(size % Minute, Second) + "s";
    }

    private static string Number(ulong count, ulong unit)
    {
        var fraction = (count % unit).ToString(CultureInfo.InvariantCulture).PadLeft(unit.ToString(CultureInfo.InvariantCulture).Length - 1, '0').TrimEnd('0');
        return (count / unit).ToString(CultureInfo.InvariantCulture) + (fraction.Length > 0 ? "." + fraction : "");
    }
}
