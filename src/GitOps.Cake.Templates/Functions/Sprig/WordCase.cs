using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Names of several words in another spelling: <c>HTTPServer</c>, <c>http_server</c>, <c>http-server</c>.</summary>
internal static class WordCase
{
    /// <summary>snakecase and kebabcase: words in lower case with a connector between them.</summary>
    public static string Lower(string text, char connector)
    {
        var words = new WordReader(text);
        var output = new LowerCaseWriter(connector);
        var word = words.Next();
        while (words.HasMore)
        {
            if (word.Kind != WordKind.Connector)
                output.Write(word);

            var last = word;
            word = words.Next();
            word = last.Kind switch
            {
                WordKind.Number => AfterNumber(words, output, word),
                WordKind.Connector => AfterConnector(output, last, word),
                WordKind.Punctuation => word,
                _ => AfterLetters(words, output, word),
            };
        }

        output.Write(word);
        return output.ToString();
    }

    // Letters behind a number belong to it: 2m3s.
    private static Word AfterNumber(WordReader words, LowerCaseWriter output, Word word)
    {
        word = WriteLettersAndNumbers(words, output, word);
        if (word.Kind is not (WordKind.None or WordKind.Punctuation or WordKind.Connector))
            output.Connect();
        return word;
    }

    private static Word AfterConnector(LowerCaseWriter output, Word connector, Word word)
    {
        output.Write(connector);
        return word;
    }

    private static Word AfterLetters(WordReader words, LowerCaseWriter output, Word word)
    {
        if (word.Kind != WordKind.Number)
        {
            if (word.Kind is not (WordKind.Connector or WordKind.Punctuation))
                output.Connect();
            return word;
        }

        if (!words.HasMore)
            return word;

        var number = word;
        word = words.Next();
        if (word.Kind != WordKind.Letters)
        {
            // The number is a part of the word in front of it: bld4_floor.
            output.Write(number);
            if (word.Kind is not (WordKind.Connector or WordKind.Punctuation))
                output.Connect();
            return word;
        }

        // The number begins a word: http_2xx.
        output.Connect();
        output.Write(number);
        word = WriteLettersAndNumbers(words, output, word);
        if (word.Kind is not (WordKind.None or WordKind.Connector or WordKind.Punctuation))
            output.Connect();
        return word;
    }

    private static Word WriteLettersAndNumbers(WordReader words, LowerCaseWriter output, Word word)
    {
        while (word.Kind is WordKind.Letters or WordKind.Number)
        {
            output.Write(word);
            word = words.Next();
        }

        return word;
    }

    /// <summary>camelcase: every word begins with a capital, nothing stands between words. Where there is no word at all, the last sign comes twice.</summary>
    public static string Pascal(string text)
    {
        var output = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes().ToArray();
        var index = 0;
        while (index < runes.Length && WordReader.IsConnector(runes[index]))
            output.Append(runes[index++].ToString());
        if (index == runes.Length)
            return output + (index > 0 ? runes[^1].ToString() : "");

        // A run of capitals at the start of a word keeps the first one only.
        var isRunOfCapitals = GoUnicode.IsUpper(runes[index]);
        var current = GoCase.Upper(runes[index++]);
        for (; index < runes.Length; index++)
        {
            var last = current;
            current = runes[index];
            if (WordReader.IsConnector(last))
            {
                if (WordReader.IsConnector(current))
                {
                    output.Append(last.ToString());
                    continue;
                }

                isRunOfCapitals = GoUnicode.IsUpper(current);
                current = GoCase.Upper(current);
                continue;
            }

            isRunOfCapitals &= GoUnicode.IsUpper(current);
            current = isRunOfCapitals ? GoCase.Lower(current) : current;
            output.Append(last.ToString());
        }

        return output.Append(current.ToString()).ToString();
    }
}
