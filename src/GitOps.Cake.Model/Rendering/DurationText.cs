using System.Globalization;

namespace GitOps.Cake.Rendering;

/// <summary>A duration as people say it: <c>0.4 s</c>, <c>12.3 s</c>, <c>2 min 05 s</c>, <c>1 h 02 min</c>.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan duration) => duration switch
    {
        // 59.95 s would round to 60.0 s.
        { TotalSeconds: < 59.95 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours} h {duration.Minutes:00} min"),
    };
}
