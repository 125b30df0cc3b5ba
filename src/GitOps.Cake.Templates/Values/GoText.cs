using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Values;

/// <summary>Texts as Go knows them: bytes, which are UTF-8 where they are meant to be read.</summary>
public static class GoText
{
    /// <summary>The text of a file for templates. Bytes that are no UTF-8 survive until a function, such as <c>b64enc</c>, asks for them.</summary>
    /// <param name="bytes">The file's content.</param>
    public static string FromBytes(ReadOnlySpan<byte> bytes) => GoBytes.Decode(bytes);

    /// <summary>The text with lone halves of surrogate pairs replaced, as they have no place in UTF-8.</summary>
    internal static string Valid(string text)
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
