using System.Globalization;

namespace GitOps.Cake.Rendering;

/// <summary>A duration as people say it: <c>0.4 s</c>, <c>12.3 s</c>, <c>2 min 05 s</c>, <c>1 h 02 min</c>.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan duration)
    {
        // 59.95 s would be told as 60.0 s.
        if (duration.TotalSeconds < 59.95)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s");
        }

        var rounded = TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds));
        return rounded.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{rounded.Minutes} min {rounded.Seconds:00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)rounded.TotalHours} h {rounded.Minutes:00} min");
    }
}
