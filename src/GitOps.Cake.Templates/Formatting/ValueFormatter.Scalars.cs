using System.Globalization;
using System.Numerics;
using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Formatting;

internal readonly partial struct ValueFormatter
{
    private void AppendText(object value, string text)
    {
        switch (_verb.Value)
        {
            case 'v' when _directive.SharpValue:
            case 'q':
                var shown = _directive.Truncate(text);
                _directive.Pad(_output, _directive.Sharp && GoQuote.CanBackquote(shown)
                    ? $"`{shown}`"
                    : _directive.Plus ? GoQuote.QuoteAscii(shown) : GoQuote.Quote(shown));
                break;
            case 'v' or 's':
                _directive.Pad(_output, _directive.Truncate(text));
                break;
            case 'x' or 'X':
                AppendHexadecimal(GoBytes.Encode(text));
                break;
            default:
                AppendBad(value);
                break;
        }
    }

    private void AppendHexadecimal(ReadOnlySpan<byte> bytes)
    {
        if (_directive.Precision < bytes.Length)
            bytes = bytes[.._directive.Precision.Value];

        var prefix = _directive.Sharp ? _verb.Value == 'x' ? "0x" : "0X" : "";
        var text = new StringBuilder();
        for (var index = 0; index < bytes.Length; index++)
        {
            if (index > 0 && _directive.Space)
                text.Append(' ');
            if (index == 0 || _directive.Space)
                text.Append(prefix);
            text.Append(bytes[index].ToString(_verb.Value == 'x' ? "x2" : "X2", CultureInfo.InvariantCulture));
        }

        _directive.Pad(_output, text.ToString());
    }

    private void AppendInteger(object value, Int128 number, bool isSigned)
    {
        switch (_verb.Value)
        {
            case 'v' when _directive.SharpValue && !isSigned:
                AppendDigits(number, 16, "0x");
                break;
            case 'v' or 'd':
                AppendDigits(number, 10, "");
                break;
            case 'b':
                AppendDigits(number, 2, _directive.Sharp ? "0b" : "");
                break;
            case 'o':
                AppendDigits(number, 8, _directive.Sharp ? "0" : "");
                break;
            case 'O':
                AppendDigits(number, 8, "0o");
                break;
            case 'x' or 'X':
                AppendDigits(number, 16, _directive.Sharp ? _verb.Value == 'x' ? "0x" : "0X" : "");
                break;
            case 'c':
                _directive.Pad(_output, Rune.IsValid((int)Int128.Clamp(number, -1, int.MaxValue)) ? new Rune((int)number).ToString() : "\uFFFD");
                break;
            case 'q':
                _directive.Pad(_output, GoQuote.QuoteRune((long)Int128.Clamp(number, -1, int.MaxValue), _directive.Plus));
                break;
            case 'U':
                AppendCodePoint((ulong)number);
                break;
            default:
                AppendBad(value);
                break;
        }
    }

    private void AppendDigits(Int128 number, int radix, string prefix)
    {
        var negative = number < 0;
        if (_directive.Precision == 0 && number == 0)
        {
            _directive.PadWithBlanks(_output, "");
            return;
        }

        var digits = Digits((BigInteger)(negative ? -number : number), radix);
        digits = _verb.Value == 'X' ? digits.ToUpperInvariant() : digits;
        var least = _directive.Precision
            ?? (_directive is { Zero: true, Minus: false, Width: { } width } ? width - (negative || _directive.Plus || _directive.Space ? 1 : 0) : 0);
        digits = digits.PadLeft(Math.Max(0, least), '0');
        if (prefix == "0" && digits[0] == '0')
            prefix = "";
        if (prefix == "0o" && _directive.Sharp && digits[0] != '0')
            prefix = "0o0";
        var sign = negative ? "-" : _directive.Plus ? "+" : _directive.Space ? " " : "";
        _directive.PadWithBlanks(_output, sign + prefix + digits);
    }

    private static string Digits(BigInteger number, int radix)
    {
        if (radix == 10)
            return number.ToString(CultureInfo.InvariantCulture);
        if (radix == 16)
            return ((UInt128)number).ToString("x", CultureInfo.InvariantCulture);
        if (radix == 2)
            return ((UInt128)number).ToString("b", CultureInfo.InvariantCulture);

        var digits = "";
        do
        {
            digits = (char)('0' + (int)(number % 8)) + digits;
            number /= 8;
        }
        while (!number.IsZero);
        return digits;
    }

    private void AppendCodePoint(ulong number)
    {
        var digits = number.ToString("X", CultureInfo.InvariantCulture).PadLeft(Math.Max(4, _directive.Precision ?? 0), '0');
        var rune = number <= 0x10FFFF && Rune.IsValid((int)number) ? new Rune((int)number) : default;
        var shown = _directive.Sharp && rune.Value != 0 && GoUnicode.IsPrintable(rune) ? $" '{rune}'" : "";
        _directive.PadWithBlanks(_output, $"U+{digits}{shown}");
    }
}
