using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GitOps.Cake.Json;

/// <summary>The files of this library: indented, the same bytes for the same value, read with caps and without trust.</summary>
internal static class JsonFile
{
    public const int MaximumSize = 64 * 1024 * 1024;

    /// <summary>Deep enough for the schema of any custom resource, shallow enough for any stack.</summary>
    public const int MaximumDepth = 256;

    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        NewLine = "\n",
        MaxDepth = MaximumDepth,
        // Plans are read by people: a plus and an umlaut stay what they are. Nobody pastes this file into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(T value, JsonTypeInfo<T> type, IBufferWriter<byte> output)
    {
        try
        {
            using var json = new Utf8JsonWriter(output, Writing);
            JsonSerializer.Serialize(json, value, type);
        }
        catch (JsonException exception)
        {
            var cause = exception.InnerException ?? exception;
            throw new GitOpsException($"The {typeof(T).Name} cannot be written as JSON: {cause.Message}\n  @ {exception.Path}", exception);
        }

        output.Write("\n"u8);
    }

    public static string Write<T>(T value, JsonTypeInfo<T> type)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        Write(value, type, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Reads the value, and what the file itself says about it, which is checked before anything else of it is read.</summary>
    public static (T Value, StatedFacts Stated) Read<T>(
        ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, JsonSource source, Action<StatedFacts, JsonSource> check)
    {
        if (utf8.Length > MaximumSize)
        {
            throw source.TooLarge();
        }

        var text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            var stated = StatedFacts.Of(text);
            check(stated, source);
            var value = JsonSerializer.Deserialize(text, type) ?? throw new JsonException("it is null.");
            return (value, stated);
        }
        catch (JsonException exception)
        {
            throw source.Unreadable(exception);
        }
    }

    public static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream stream, JsonSource source, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (content.Length + read > MaximumSize)
                {
                    throw source.TooLarge();
                }

                await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
