using System.Globalization;
using GitOps.Cake.Templates.Dates;
using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Versions;

namespace GitOps.Cake.Templates.Formatting;

/// <summary>What Go shows of its own types where their text is not asked for.</summary>
internal static class GoSyntax
{
    // From 1 January of the year 1 to 1 January 1970.
    private const long SecondsBefore1970 = 62_135_596_800;

    /// <summary>A time as <c>%#v</c> shows it: <c>time.Date(2024, time.January, 2, 3, 4, 5, 0, time.UTC)</c>.</summary>
    public static string Of(GoTime time)
    {
        var zone = time is { Offset: 0, Zone: "UTC" } ? "time.UTC" : $"time.Location({GoQuote.Quote(time.Zone)})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"time.Date({time.Year}, time.{DateNames.Months[time.Month - 1]}, {time.Day}, {time.Hour}, {time.Minute}, {time.Second}, {time.Nanosecond}, {zone})");
    }

    /// <summary>The fields of a time or a version, private ones, which the verbs for numbers show.</summary>
    public static GoStruct Fields(object value) => value is GoTime time
        ? new("time.Time", [new("wall", (ulong)time.Nanosecond), new("ext", time.UnixSeconds + SecondsBefore1970), new("loc", null)])
        : Fields((SemanticVersion)value);

    private static GoStruct Fields(SemanticVersion version) => new(
        version.TypeName,
        [
            new("major", version.Major),
            new("minor", version.Minor),
            new("patch", version.Patch),
            new("pre", version.Prerelease),
            new("metadata", version.Metadata),
            new("original", version.Original),
        ]);
}
