using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Cuts a name into its words.</summary>
internal sealed class WordReader(string text)
{
    private readonly Rune[] _runes = [.. text.EnumerateRunes()];
    private int _position;

    public bool HasMore => _position < _runes.Length;

    public static bool IsConnector(Rune rune) => rune.Value is '-' or '_' || GoUnicode.IsSpace(rune.Value);

    public Word Next()
    {
        if (!HasMore)
            return new(WordKind.None, "");

        var start = _position;
        var first = _runes[_position++];
        var kind = KindOf(first);
        switch (kind)
        {
            case WordKind.Connector:
                Skip(IsConnector);
                break;
            case WordKind.Punctuation:
                Skip(GoUnicode.IsPunctuation);
                break;
            case WordKind.UpperCase:
                SkipCapitalised();
                break;
            case WordKind.Letters:
                Skip(IsSmall);
                break;
            case WordKind.Number:
                Skip(GoUnicode.IsNumber);
                break;
            case WordKind.Other:
                Skip(static rune => KindOf(rune) == WordKind.Other);
                break;
        }

        return new(kind, string.Concat(_runes[start.._position].Select(static rune => rune.ToString())));
    }

    private static WordKind KindOf(Rune rune) => rune switch
    {
        { Value: GoUnicode.Replacement } => WordKind.None,
        _ when IsConnector(rune) => WordKind.Connector,
        _ when GoUnicode.IsPunctuation(rune) => WordKind.Punctuation,
        _ when GoUnicode.IsUpper(rune) => WordKind.UpperCase,
        _ when IsAlphabet(rune) => WordKind.Letters,
        _ when GoUnicode.IsNumber(rune) => WordKind.Number,
        _ => WordKind.Other,
    };

    private static bool IsSmall(Rune rune) => IsAlphabet(rune) && !GoUnicode.IsUpper(rune);

    // Ideographs have no case and form no words of letters.
    private static bool IsAlphabet(Rune rune) =>
        Rune.IsLetter(rune) && rune.Value is not ((>= 0x4E00 and <= 0x9FCC) or (>= 0x3400 and <= 0x4D85) or (>= 0x20000 and <= 0x2B81D));

    private void Skip(Func<Rune, bool> belongs)
    {
        while (HasMore && belongs(_runes[_position]))
            _position++;
    }

    // Name, or HTTP of HTTPServer: the last capital belongs to the small letters behind it.
    private void SkipCapitalised()
    {
        if (!HasMore || !GoUnicode.IsUpper(_runes[_position]))
        {
            Skip(IsSmall);
            return;
        }

        Skip(GoUnicode.IsUpper);
        if (HasMore && IsAlphabet(_runes[_position]))
            _position--;
    }
}
