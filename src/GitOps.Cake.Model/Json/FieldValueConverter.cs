using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOps.Cake.Json;

/// <summary>
/// Keeps a field that is null apart from a field that is not there: the first is <c>null</c> in the file, the second is left out.
/// The built-in converter reads both as the second.
/// </summary>
internal sealed class FieldValueConverter : JsonConverter<JsonElement?>
{
    public override bool HandleNull => true;

    public override JsonElement? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement? value, JsonSerializerOptions options)
    {
        if (value is { } element)
        {
            element.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
