using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class CaseFunctions
{
    public const string Names = "upper lower title untitle swapcase snakecase kebabcase camelcase";

    public static TemplateFunction? Find(string name) => name switch
    {
        "upper" => Signature.Of("s", static call => Map(call.Text(0), GoCase.Upper)),
        "lower" => Signature.Of("s", static call => Map(call.Text(0), GoCase.Lower)),
        "title" => Signature.Of("s", static call => Title(call.Text(0))),
        "untitle" => Signature.Of("s", static call => Untitle(call.Text(0))),
        "swapcase" => Signature.Of("s", static call => SwapCase(call.Text(0))),
        "snakecase" => Signature.Of("s", static call => WordCase.Lower(call.Text(0), '_')),
        "kebabcase" => Signature.Of("s", static call => WordCase.Lower(call.Text(0), '-')),
        "camelcase" => Signature.Of("s", static call => WordCase.Pascal(call.Text(0))),
        _ => null,
    };

    private static string Map(string text, Func<Rune, Rune> change)
    {
        var output = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            if (Rune.TryGetRuneAt(text, index, out var rune))
            {
                output.Append(change(rune).ToString());
                index += rune.Utf16SequenceLength;
            }
            else
            {
                // Go replaces what is no character.
                output.Append('\uFFFD');
                index++;
            }
        }

        return output.ToString();
    }

    // The first letter of each word; a word ends at what is neither letter, digit nor underscore.
    private static string Title(string text)
    {
        var isStart = true;
        return Map(text, rune =>
        {
            var changed = isStart ? GoCase.Title(rune) : rune;
            isStart = rune.IsAscii ? !GoUnicode.IsAlphanumeric(rune) : !Rune.IsLetterOrDigit(rune) && GoUnicode.IsSpace(rune.Value);
            return changed;
        });
    }

    // The first letter of each word, where words are parted by blanks alone.
    private static string Untitle(string text)
    {
        var isStart = true;
        return Map(text, rune =>
        {
            var isSpace = GoUnicode.IsSpace(rune.Value);
            var changed = isStart && !isSpace ? GoCase.Lower(rune) : rune;
            isStart = isSpace;
            return changed;
        });
    }

    private static string SwapCase(string text)
    {
        var isStart = true;
        return Map(text, rune =>
        {
            if (GoUnicode.IsUpper(rune) || GoUnicode.IsTitle(rune))
            {
                isStart = false;
                return GoCase.Lower(rune);
            }

            if (!GoUnicode.IsLower(rune))
            {
                isStart = GoUnicode.IsSpace(rune.Value);
                return rune;
            }

            var changed = isStart ? GoCase.Title(rune) : GoCase.Upper(rune);
            isStart = false;
            return changed;
        });
    }
}
