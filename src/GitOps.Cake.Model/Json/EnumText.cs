using System.Text.Json;

namespace GitOps.Cake.Json;

/// <summary>The words that stand for a value of an enum in files: <c>manifest-changed</c>.</summary>
internal static class EnumText
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
