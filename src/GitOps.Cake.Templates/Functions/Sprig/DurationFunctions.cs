using System.Globalization;
using GitOps.Cake.Templates.Dates;
using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class DurationFunctions
{
    public const string Names = "ago duration durationRound";

    private static readonly (ulong Seconds, string Name)[] Units =
        [(365 * 86_400, "y"), (30 * 86_400, "mo"), (86_400, "d"), (3_600, "h"), (60, "m"), (1, "s")];

    public static TemplateFunction? Find(string name) => name switch
    {
        "ago" => Signature.Of("a", static call => Ago(call)),
        "duration" => Signature.Of("a", static call => new GoDuration(unchecked(Seconds(call[0]) * GoDuration.Second)).ToString()),
        "durationRound" => Signature.Of("a", static call => Round(call)),
        _ => null,
    };

    // To the second, halves up.
    private static string Ago(TemplateCall call)
    {
        var passed = TimeMethods.Subtract(call.Run.Now, DateFunctions.TimeOf(call, call[0] is int ? null : call[0])).Nanoseconds;
        var seconds = Math.Round(passed / (decimal)GoDuration.Second, MidpointRounding.AwayFromZero);
        return new GoDuration((long)Math.Clamp(seconds * GoDuration.Second, long.MinValue, long.MaxValue)).ToString();
    }

    private static long Seconds(object? value) => value switch
    {
        long seconds => seconds,
        string text => GoNumber.Decimal(text),
        _ => 0,
    };

    // Cut to the largest unit that is strictly exceeded.
    private static string Round(TemplateCall call)
    {
        var nanoseconds = call[0] switch
        {
            string text => Read(text),
            long count => count,
            GoTime time => TimeMethods.Subtract(call.Run.Now, time).Nanoseconds,
            _ => 0,
        };
        var size = nanoseconds < 0 ? unchecked((ulong)-nanoseconds) : (ulong)nanoseconds;
        foreach (var (seconds, name) in Units)
        {
            if (size > seconds * GoDuration.Second)
                return (size / (seconds * GoDuration.Second)).ToString(CultureInfo.InvariantCulture) + name;
        }

        return "0s";
    }

    private static long Read(string text)
    {
        try
        {
            return DurationReader.Read(text).Nanoseconds;
        }
        catch (TemplateFunctionException)
        {
            return 0;
        }
    }
}
