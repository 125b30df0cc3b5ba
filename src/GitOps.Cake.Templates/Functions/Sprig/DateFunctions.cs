using GitOps.Cake.Templates.Dates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class DateFunctions
{
    public const string Names =
        "now date htmlDate dateInZone date_in_zone htmlDateInZone toDate mustToDate dateModify date_modify mustDateModify must_date_modify unixEpoch";

    private const string HtmlLayout = "2006-01-02";

    public static TemplateFunction? Find(string name) => name switch
    {
        "now" => Signature.Of("", static call => call.Run.Now),
        "date" => Signature.Of("sa", static call => Write(call, call.Text(0), call[1], "Local")),
        "htmlDate" => Signature.Of("a", static call => Write(call, HtmlLayout, call[0], "Local")),
        "dateInZone" or "date_in_zone" => Signature.Of("sas", static call => Write(call, call.Text(0), call[1], call.Text(2))),
        "htmlDateInZone" => Signature.Of("as", static call => Write(call, HtmlLayout, call[0], call.Text(1))),
        "toDate" => Signature.Of("ss", static call => ToDate(call)),
        "mustToDate" => Signature.Of("ss", static call => Read(call)),
        "dateModify" or "date_modify" => Signature.Of("st", static call => Modify(call)),
        "mustDateModify" or "must_date_modify" => Signature.Of("st", static call => TimeMethods.Add(call.Time(1), DurationReader.Read(call.Text(0)))),
        "unixEpoch" => Signature.Of("t", static call => GoPrinter.Print(call.Time(0).UnixSeconds)),
        _ => null,
    };

    /// <summary>A time, or whole Unix seconds; anything else stands for now.</summary>
    public static GoTime TimeOf(TemplateCall call, object? value) => value switch
    {
        GoTime time => time,
        nint seconds => new(seconds),
        long seconds => new(seconds),
        int seconds => new(seconds),
        _ => call.Run.Now,
    };

    // A zone that does not exist stands for UTC.
    private static string Write(TemplateCall call, string layout, object? value, string zone)
    {
        call.Run.Reserve(layout.Length);
        return DateWriter.Write((call.Run.Zones.Find(zone) ?? GoZone.Utc).In(TimeOf(call, value)), layout);
    }

    private static GoTime Read(TemplateCall call) => new DateReader(call.Text(0), call.Text(1), call.Run.Zones.Local).Read();

    private static GoTime ToDate(TemplateCall call)
    {
        try
        {
            return Read(call);
        }
        catch (TemplateFunctionException)
        {
            return GoTime.Zero;
        }
    }

    private static GoTime Modify(TemplateCall call)
    {
        try
        {
            return TimeMethods.Add(call.Time(1), DurationReader.Read(call.Text(0)));
        }
        catch (TemplateFunctionException)
        {
            return call.Time(1);
        }
    }
}
