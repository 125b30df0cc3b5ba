using System.Globalization;
using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Puts keys, dashes and scalars on the page: where a line begins, how deep, in which quotes.</summary>
internal sealed class YamlEmitter
{
    /// <summary>The indentation outside of every collection.</summary>
    public const int Outside = -1;

    private const int Step = 2;
    private const int LongestSimpleKey = 128;

    private readonly StringBuilder _output = new();
    private int _column;

    // Whether the last character was a blank or none is needed, and whether the line holds only what indents ("- ", "? ", blanks).
    private bool _afterBlank = true;
    private bool _atIndentation = true;

    /// <summary>The indentation of a collection within one of the given indentation.</summary>
    public static int Deeper(int indent) => indent < 0 ? 0 : indent + Step;

    public string Finish()
    {
        Line(0);
        return _output.ToString();
    }

    public void Empty(string opening, string closing)
    {
        Mark(opening, spaced: true, indents: false);
        Mark(closing, spaced: false, indents: false);
    }

    public void Item(int indent)
    {
        Line(indent);
        Mark("-", spaced: true, indents: true);
    }

    public void Key(string key, int indent)
    {
        Line(indent);
        if (IsSimpleKey(key))
        {
            Text(key, indent);
            Mark(":", spaced: false, indents: false);
            return;
        }

        Mark("?", spaced: true, indents: true);
        Text(key, indent);
        Line(indent);
        Mark(":", spaced: true, indents: true);
    }

    /// <summary>A number, bool, null or time.</summary>
    public void Plain(string text)
    {
        Blank();
        Append(text);
        _afterBlank = _atIndentation = false;
    }

    public void Text(string value, int indent)
    {
        var text = GoText.Valid(value);
        var facts = YamlText.Analyze(text);
        if (text.Contains('\n', StringComparison.Ordinal) && facts.AllowsBlock)
            Literal(text, ScalarIndent(indent));
        else if (text.Length == 0 || text.Contains('\n', StringComparison.Ordinal) || YamlText.LooksTyped(text) || !facts.AllowsSingleQuotes)
            DoubleQuoted(text);
        else if (facts.AllowsPlain)
            Plain(text);
        else
            SingleQuoted(text, ScalarIndent(indent));
    }

    private static int ScalarIndent(int indent) => Math.Max(indent, 0) + Step;

    private static bool IsSimpleKey(string key) =>
        YamlText.Analyze(key).IsOneLine && Encoding.UTF8.GetByteCount(key) <= LongestSimpleKey;

    private void Literal(string text, int indent)
    {
        Mark("|", spaced: true, indents: false);
        if (text[0] == ' ' || YamlText.IsBreak(text[0]))
            _output.Append('2');
        if (!YamlText.IsBreak(text[^1]))
            _output.Append('-');
        else if (text.Length == 1 || YamlText.IsBreak(text[^2]))
            _output.Append('+');
        Break();
        _afterBlank = true;
        Lines(text, indent, afterBreak: true, doubled: '\0');
    }

    private void SingleQuoted(string text, int indent)
    {
        Mark("'", spaced: true, indents: false);
        Lines(text, indent, afterBreak: false, doubled: '\'');
        Mark("'", spaced: false, indents: false);
    }

    private void Lines(string text, int indent, bool afterBreak, char doubled)
    {
        foreach (var character in text)
        {
            if (YamlText.IsBreak(character))
            {
                Break(character);
                afterBreak = true;
                continue;
            }

            if (afterBreak)
                Line(indent);
            if (character == doubled)
                Append(character);
            Append(character);
            afterBreak = _atIndentation = false;
        }
    }

    private void DoubleQuoted(string text)
    {
        Mark("\"", spaced: true, indents: false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && (char)rune.Value is var character && YamlText.IsPrintable(character)
                && !YamlText.IsBreak(character) && character is not ('"' or '\\'))
                _output.Append(character);
            else
                _output.Append('\\').Append(Escape(rune.Value));
        }

        _column += text.Length;
        Mark("\"", spaced: false, indents: false);
    }

    private static string Escape(int code) => code switch
    {
        0 => "0",
        7 => "a",
        8 => "b",
        '\t' => "t",
        '\n' => "n",
        0xB => "v",
        0xC => "f",
        '\r' => "r",
        0x1B => "e",
        '"' => "\"",
        '\\' => "\\",
        0x85 => "N",
        0xA0 => "_",
        0x2028 => "L",
        0x2029 => "P",
        <= 0xFF => string.Create(CultureInfo.InvariantCulture, $"x{code:X2}"),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"u{code:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"U{code:X8}"),
    };

    private void Mark(string mark, bool spaced, bool indents)
    {
        if (spaced)
            Blank();
        Append(mark);
        _afterBlank = false;
        _atIndentation &= indents;
    }

    private void Blank()
    {
        if (!_afterBlank)
            Append(' ');
    }

    // Goes to the indentation, on this line where nothing but indentation stands on it ("- - 1", "- a: 1").
    private void Line(int indent)
    {
        if (!_atIndentation || _column > indent || (_column == indent && !_afterBlank))
            Break();
        for (; _column < indent; _column++)
            _output.Append(' ');
        _afterBlank = true;
    }

    private void Break(char character = '\n')
    {
        _output.Append(character);
        _column = 0;
        _atIndentation = true;
    }

    private void Append(char character)
    {
        _output.Append(character);
        _column++;
    }

    private void Append(string text)
    {
        _output.Append(text);
        _column += text.Length;
    }
}
