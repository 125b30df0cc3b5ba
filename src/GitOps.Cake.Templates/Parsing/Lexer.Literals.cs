using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

internal sealed partial class Lexer
{
    private const string Decimal = "0123456789_";
    private const string Hexadecimal = "0123456789abcdefABCDEF_";

    // Finds only the end; what is inside is checked by the parser.
    private Token Quoted(char quote, TokenKind kind, string unterminated)
    {
        _position++;
        while (_position < source.Length && source[_position] != '\n')
        {
            var unit = source[_position++];
            if (unit == quote)
                return Emit(kind);
            if (unit == '\\' && (_position == source.Length || source[_position++] == '\n'))
                break;
        }

        return Error(unterminated);
    }

    private Token Raw()
    {
        var end = source.IndexOf('`', _position + 1);
        if (end < 0)
            return Error("unterminated raw quoted string");

        _position = end + 1;
        return Emit(TokenKind.RawText);
    }

    private Token Number()
    {
        if (!ScanNumber())
            return BadNumber();
        if (_position >= source.Length || source[_position] is not ('+' or '-'))
            return Emit(TokenKind.Number);

        // A complex constant: no blanks, and an i at its end.
        return ScanNumber() && source[_position - 1] == 'i' ? Emit(TokenKind.ComplexNumber) : BadNumber();
    }

    private Token BadNumber() => Error($"bad number syntax: {GoQuote.Quote(source[_start.._position])}");

    private bool ScanNumber()
    {
        Accept("+-");
        var digits = Decimal;
        if (Accept("0"))
            digits = Accept("xX") ? Hexadecimal : Accept("oO") ? "01234567_" : Accept("bB") ? "01_" : Decimal;
        AcceptAll(digits);
        if (Accept("."))
            AcceptAll(digits);
        if ((digits == Decimal && Accept("eE")) || (digits == Hexadecimal && Accept("pP")))
        {
            Accept("+-");
            AcceptAll(Decimal);
        }

        Accept("i");
        if (!TryPeek(out var rune) || !GoUnicode.IsAlphanumeric(rune))
            return true;

        _position += rune.Utf16SequenceLength;
        return false;
    }

    private bool Accept(string valid)
    {
        var found = _position < source.Length && valid.Contains(source[_position], StringComparison.Ordinal);
        _position += found ? 1 : 0;
        return found;
    }

    private void AcceptAll(string valid)
    {
        while (Accept(valid))
        {
        }
    }
}
