using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace GitOps.Cake.Json;

/// <summary>Numbers in canonical JSON: spelled as ECMAScript spells them, but with all of their digits.</summary>
internal static class CanonicalNumber
{
    // The range in which ECMAScript writes numbers without an exponent: 1e-7 < number < 1e21.
    private const int LongestPlain = 21;
    private const int SmallestPlain = -6;

    public static void Write(ReadOnlySpan<byte> raw, IBufferWriter<byte> output)
    {
        var isNegative = raw[0] == '-';
        var exponent = raw.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = raw[(isNegative ? 1 : 0)..(exponent < 0 ? raw.Length : exponent)];
        if (exponent < 0 && mantissa[0] != '0' && mantissa.Length <= LongestPlain && !mantissa.Contains((byte)'.'))
        {
            output.Write(raw);
            return;
        }

        var digits = raw.Length <= 128 ? stackalloc byte[raw.Length] : new byte[raw.Length];
        digits = Significant(mantissa, digits, out var point);
        if (digits.IsEmpty)
        {
            output.Write("0"u8);
        }
        else if (exponent < 0 || TryShift(raw[(exponent + 1)..], ref point))
        {
            output.Write(isNegative ? "-"u8 : []);
            Write(digits, point, output);
        }
        else
        {
            // An exponent of more than 18 digits: such a number has no use, and its own spelling is as good as any.
            output.Write(raw);
        }
    }

    /// <summary>The digits without zeros around them; the number is 0.digits × 10^point.</summary>
    private static Span<byte> Significant(ReadOnlySpan<byte> mantissa, Span<byte> digits, out long point)
    {
        var dot = mantissa.IndexOf((byte)'.');
        var whole = dot < 0 ? mantissa : mantissa[..dot];
        var fraction = dot < 0 ? [] : mantissa[(dot + 1)..];
        whole.CopyTo(digits);
        fraction.CopyTo(digits[whole.Length..]);
        var all = digits[..(whole.Length + fraction.Length)];
        var significant = all.TrimStart((byte)'0');
        point = whole.Length - (all.Length - significant.Length);
        return significant.TrimEnd((byte)'0');
    }

    private static bool TryShift(ReadOnlySpan<byte> exponent, ref long point)
    {
        var magnitude = exponent.TrimStart("+-"u8).TrimStart((byte)'0');
        if (magnitude.Length > 18)
        {
            return false;
        }

        var shift = magnitude.IsEmpty ? 0 : long.Parse(magnitude, NumberStyles.None, CultureInfo.InvariantCulture);
        point += exponent[0] == '-' ? -shift : shift;
        return true;
    }

    private static void Write(ReadOnlySpan<byte> digits, long point, IBufferWriter<byte> output)
    {
        switch (point)
        {
            case > 0 and <= LongestPlain when point >= digits.Length:
                output.Write(digits);
                output.Write("00000000000000000000"u8[..((int)point - digits.Length)]);
                break;
            case > 0 and <= LongestPlain:
                output.Write(digits[..(int)point]);
                output.Write("."u8);
                output.Write(digits[(int)point..]);
                break;
            case > SmallestPlain and <= 0:
                output.Write("0."u8);
                output.Write("00000"u8[..(int)-point]);
                output.Write(digits);
                break;
            default:
                WriteScientific(digits, point - 1, output);
                break;
        }
    }

    private static void WriteScientific(ReadOnlySpan<byte> digits, long exponent, IBufferWriter<byte> output)
    {
        output.Write(digits[..1]);
        if (digits.Length > 1)
        {
            output.Write("."u8);
            output.Write(digits[1..]);
        }

        output.Write(exponent < 0 ? "e-"u8 : "e+"u8);
        Utf8Formatter.TryFormat(Math.Abs(exponent), output.GetSpan(20), out var written);
        output.Advance(written);
    }
}
