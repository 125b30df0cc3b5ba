using System.Buffers;
using System.Text;
using GitOps.Cake.Json;

namespace GitOps.Cake.Plans;

/// <summary>
/// Plans as JSON: indented UTF-8, the same bytes for the same plan. Derived members (digest, totals, hasChanges, isPartial, ...) are
/// written for readers of the file. On reading they are computed anew, and a digest that is not the one of the content is refused.
/// </summary>
/// <remarks>
/// The digest tells a damaged or edited file from a whole one. It is no signature: who can write a file can write a fitting digest.
/// What an approval binds is the digest that was approved.
/// </remarks>
public static class PlanJson
{
    /// <summary>The size in bytes up to which files are read: 64 MiB.</summary>
    public const int MaximumSize = JsonFile.MaximumSize;

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The JSON, which ends with a newline.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="GitOpsException">A value of the plan has no JSON form, such as one nested too deeply.</exception>
    public static string Write(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return JsonFile.Write(plan, ModelJsonContext.Default.Plan);
    }

    /// <summary>Writes a plan as UTF-8.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="GitOpsException">A value of the plan has no JSON form, such as one nested too deeply.</exception>
    public static void Write(Plan plan, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);
        JsonFile.Write(plan, ModelJsonContext.Default.Plan, output);
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="utf8">The JSON as UTF-8, with or without a byte order mark.</param>
    /// <param name="source">What messages call the text, such as the path of its file.</param>
    /// <exception cref="GitOpsException">
    /// The text is no plan, is too large or too deep, is of a newer version, or its digest is not the one of its content.
    /// </exception>
    public static Plan Read(ReadOnlySpan<byte> utf8, string source = "The text")
    {
        var from = Source(source);
        var (plan, stated) = JsonFile.Read(
            utf8, ModelJsonContext.Default.Plan, from, static (stated, from) => PlanCheck.Version(stated, Plan.CurrentSchemaVersion, from));
        return PlanCheck.Whole(plan, stated, from);
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="source">What messages call the text, such as the path of its file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="GitOpsException">
    /// The text is no plan, is too large or too deep, is of a newer version, or its digest is not the one of its content.
    /// </exception>
    public static Plan Read(string json, string source = "The text")
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json), source);
    }

    /// <summary>Reads a plan from a stream, no further than <see cref="MaximumSize"/>.</summary>
    /// <param name="stream">The JSON as UTF-8.</param>
    /// <param name="source">What messages call the stream, such as the path of its file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="GitOpsException">
    /// The text is no plan, is too large or too deep, is of a newer version, or its digest is not the one of its content.
    /// </exception>
    public static async Task<Plan> ReadAsync(Stream stream, string source = "The text", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var utf8 = await JsonFile.BytesAsync(stream, Source(source), cancellationToken).ConfigureAwait(false);
        return Read(utf8.Span, source);
    }

    private static JsonSource Source(string name) => new(name, "a plan", "Make the plan anew.");
}
