using System.Text;

namespace GitOps.Cake.Templates.Values;

/// <summary>Texts as Go knows them: UTF-8.</summary>
internal static class GoText
{
    /// <summary>The text with lone halves of surrogate pairs replaced, as they have no place in UTF-8.</summary>
    public static string Valid(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            index++;
        }

        return text;
    }
}
