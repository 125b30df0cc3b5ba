using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOps.Cake.Json;

/// <summary>
/// Enums as words, never as numbers, which would change their meaning when a member is added. The built-in converter would take
/// <c>install, upgrade</c> for the sum of both.
/// </summary>
internal sealed class KebabEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly string[] Words = Array.ConvertAll(Values, EnumText.Of);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var position = reader.TokenType == JsonTokenType.String ? Array.IndexOf(Words, reader.GetString()) : -1;
        return position >= 0 ? Values[position] : throw new JsonException($"the value is none of {string.Join(", ", Words)}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(EnumText.Of(value));
}
