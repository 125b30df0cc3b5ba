using System.Text.Json;

namespace GitOps.Cake.Json;

/// <summary>
/// What a file says about itself, read before anything else of it: a file of a newer version need not have the members that this
/// version knows, and its digest is compared with the one of its content.
/// </summary>
internal sealed class StatedFacts
{
    private StatedFacts()
    {
    }

    public long? SchemaVersion { get; private set; }

    public string? Digest { get; private set; }

    /// <summary>The same of the member <c>plan</c>.</summary>
    public StatedFacts? Plan { get; private set; }

    /// <exception cref="JsonException">The text is no JSON object, or has a string that is no Unicode text.</exception>
    public static StatedFacts Of(ReadOnlySpan<byte> utf8)
    {
        JsonText.CheckUtf8(utf8);
        var reader = new Utf8JsonReader(utf8, new() { MaxDepth = JsonFile.MaximumDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("it is no JSON object.");
        }

        var facts = new StatedFacts();
        facts.ReadMembers(utf8, ref reader, withPlan: true);

        // More text after the object is an error, which the reader finds here.
        reader.Read();
        return facts;
    }

    private void ReadMembers(ReadOnlySpan<byte> utf8, ref Utf8JsonReader reader, bool withPlan)
    {
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            JsonText.CheckEscapes(utf8, ref reader);
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != depth + 1)
            {
                continue;
            }

            var isVersion = reader.ValueTextEquals("schemaVersion"u8);
            var isDigest = reader.ValueTextEquals("digest"u8);
            var isPlan = withPlan && reader.ValueTextEquals("plan"u8);
            reader.Read();
            JsonText.CheckEscapes(utf8, ref reader);
            switch (reader.TokenType)
            {
                case JsonTokenType.Number when isVersion && reader.TryGetInt64(out var version):
                    SchemaVersion = version;
                    break;
                case JsonTokenType.String when isDigest:
                    Digest = reader.GetString();
                    break;
                case JsonTokenType.StartObject when isPlan:
                    Plan = new();
                    Plan.ReadMembers(utf8, ref reader, withPlan: false);
                    break;
                default:
                    break;
            }
        }
    }
}
