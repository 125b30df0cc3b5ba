using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOps.Cake.Conformance.Reporting;

/// <summary>The results of a run as JSON.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(string helm, IReadOnlyCollection<CaseResult> results) => JsonSerializer.Serialize(
        new
        {
            Helm = helm,
            Totals = Totals.Of(results),
            Cases = results.Select(result => new { result.Name, result.Verdict, Seconds = Math.Round(result.Duration.TotalSeconds, 3), result.Steps }),
        },
        Options);
}
