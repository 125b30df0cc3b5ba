using System.Buffers;
using System.Text;
using GitOps.Cake.Json;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Reports;

/// <summary>
/// Reports as JSON: indented UTF-8, the same bytes for the same report, with the plan in it. Derived members (succeeded, isFailure,
/// those of the plan) are written for readers of the file. On reading they are computed anew, and a plan whose digest is not the one
/// of its content is refused.
/// </summary>
public static class ApplyReportJson
{
    /// <summary>The size in bytes up to which files are read: 64 MiB.</summary>
    public const int MaximumSize = JsonFile.MaximumSize;

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The JSON, which ends with a newline.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="GitOpsException">A value of the report has no JSON form, such as one nested too deeply.</exception>
    public static string Write(ApplyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonFile.Write(report, ModelJsonContext.Default.ApplyReport);
    }

    /// <summary>Writes a report as UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="GitOpsException">A value of the report has no JSON form, such as one nested too deeply.</exception>
    public static void Write(ApplyReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        JsonFile.Write(report, ModelJsonContext.Default.ApplyReport, output);
    }

    /// <summary>Reads a report.</summary>
    /// <param name="utf8">The JSON as UTF-8, with or without a byte order mark.</param>
    /// <param name="source">What messages call the text, such as the path of its file.</param>
    /// <exception cref="GitOpsException">
    /// The text is no report of an apply, is too large or too deep, is of a newer version, or the digest of its plan is not the one of the content.
    /// </exception>
    public static ApplyReport Read(ReadOnlySpan<byte> utf8, string source = "The text")
    {
        var from = Source(source);
        var (report, stated) = JsonFile.Read(utf8, ModelJsonContext.Default.ApplyReport, from, static (stated, from) => Check(stated, from));
        PlanCheck.NoNulls(report.Releases, "$.releases", from);
        PlanCheck.NoNulls(report.Errors, "$.errors", from);
        PlanCheck.Whole(report.Plan, stated.Plan!, from, "$.plan");
        return report;
    }

    /// <summary>Reads a report.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="source">What messages call the text, such as the path of its file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="GitOpsException">
    /// The text is no report of an apply, is too large or too deep, is of a newer version, or the digest of its plan is not the one of the content.
    /// </exception>
    public static ApplyReport Read(string json, string source = "The text")
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json), source);
    }

    /// <summary>Reads a report from a stream, no further than <see cref="MaximumSize"/>.</summary>
    /// <param name="stream">The JSON as UTF-8.</param>
    /// <param name="source">What messages call the stream, such as the path of its file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="GitOpsException">
    /// The text is no report of an apply, is too large or too deep, is of a newer version, or the digest of its plan is not the one of the content.
    /// </exception>
    public static async Task<ApplyReport> ReadAsync(Stream stream, string source = "The text", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var utf8 = await JsonFile.BytesAsync(stream, Source(source), cancellationToken).ConfigureAwait(false);
        return Read(utf8.Span, source);
    }

    private static void Check(StatedFacts stated, JsonSource source)
    {
        PlanCheck.Version(stated, ApplyReport.CurrentSchemaVersion, source);
        if (stated.Plan is { } plan)
        {
            PlanCheck.Version(plan, Plan.CurrentSchemaVersion, source, "$.plan");
        }
    }

    private static JsonSource Source(string name) => new(name, "a report of an apply", "Take the file as the apply wrote it.");
}
