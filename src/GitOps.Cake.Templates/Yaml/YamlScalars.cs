using System.Globalization;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>What an unquoted scalar means.</summary>
internal static class YamlScalars
{
    private static readonly object True = true;
    private static readonly object False = false;

    /// <summary>Decides whether a plain text is more than a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dialect">Whose rules.</param>
    /// <param name="value">Null, a bool, a number or a time.</param>
    /// <returns>False when it is a text.</returns>
    public static bool TryResolve(ReadOnlySpan<char> text, YamlDialect dialect, out object? value)
    {
        if (!TryRead(text, dialect, out value))
            return false;

        if (dialect == YamlDialect.Kubernetes)
            value = ThroughJson(value);
        return true;
    }

    /// <summary>The text that Kubernetes makes of a plain key, which it converts before JSON; null when it refuses the key.</summary>
    public static string? KubernetesKey(ReadOnlySpan<char> text) => !TryRead(text, YamlDialect.Kubernetes, out var value)
        ? text.ToString()
        : value switch
        {
            bool flag => flag ? "true" : "false",
            nint number => number.ToString(CultureInfo.InvariantCulture),
            double.NaN => ".nan",
            double number => double.IsFinite(number) ? GoFloat.Print(SinglePrecision(number)) : number > 0 ? ".inf" : "-.inf",
            _ => null,
        };

    /// <summary>Kubernetes sees values through JSON, which prints an integral float without a fraction and reads it back as an integer.</summary>
    public static object? ThroughJson(object? value) => value switch
    {
        nint number => (long)number,
        ulong number => (double)number,
        double number when double.IsInteger(number) && number is >= -9223372036854775808d and < 9223372036854775808d => (long)number,
        _ => value,
    };

    private static bool TryRead(ReadOnlySpan<char> text, YamlDialect dialect, out object? value)
    {
        value = null;
        if (text.IsEmpty)
            return true;

        return text[0] switch
        {
            >= '0' and <= '9' or '+' or '-' => TryNumber(text, dialect, out value),
            '.' => TryPoint(text, out value),
            '~' => text.Length == 1,
            'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'y' or 'Y' or 'o' or 'O' => TryWord(text, dialect, out value),
            _ => false,
        };
    }

    private static bool TryWord(ReadOnlySpan<char> text, YamlDialect dialect, out object? value)
    {
        value = text switch
        {
            "true" or "True" or "TRUE" => True,
            "false" or "False" or "FALSE" => False,
            _ => null,
        };
        if (value is not null || text is "null" or "Null" or "NULL")
            return true;
        if (dialect != YamlDialect.Kubernetes)
            return false;

        value = OldBool(text) is { } old ? (old ? True : False) : null;
        return value is not null;
    }

    /// <summary>The bool that YAML 1.1 sees in a word; null for other texts.</summary>
    public static bool? OldBool(ReadOnlySpan<char> text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => true,
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => false,
        _ => null,
    };

    private static bool TryPoint(ReadOnlySpan<char> text, out object? value)
    {
        value = Special(text) ?? (HasStrayUnderscore(text) ? null : Float(WithoutUnderscores(text)));
        return value is not null;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, YamlDialect dialect, out object? value)
    {
        value = Special(text);
        if (value is null && dialect == YamlDialect.GoYaml3)
            value = YamlTimestamp.Parse(text);
        if (value is null)
        {
            var plain = WithoutUnderscores(text);
            value = Integer(plain) ?? Float(plain);
        }

        return value is not null;
    }

    private static object? Integer(ReadOnlySpan<char> text)
    {
        if (!GoInteger.TryParse(text, out var hasSign, out var isNegative, out var magnitude))
            return null;
        if (magnitude <= long.MaxValue)
            return (nint)(isNegative ? -(long)magnitude : (long)magnitude);
        if (isNegative && magnitude == 1UL << 63)
            return nint.MinValue;
        return hasSign ? null : magnitude;
    }

    private static object? Special(ReadOnlySpan<char> text) => text switch
    {
        ".nan" or ".NaN" or ".NAN" => double.NaN,
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => double.PositiveInfinity,
        "-.inf" or "-.Inf" or "-.INF" => double.NegativeInfinity,
        _ => null,
    };

    private static object? Float(ReadOnlySpan<char> text)
    {
        if (!IsFloat(text))
            return null;

        // Go refuses a number too large for a float64, and it stays a text; one too small is zero.
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(number) ? null : number;
    }

    // [-+]? ( .digits | digits [. digits?] ) ( [eE] [-+]? digits )?
    private static bool IsFloat(ReadOnlySpan<char> text)
    {
        if (text is ['+' or '-', ..])
            text = text[1..];

        var whole = Digits(ref text);
        if (text is ['.', ..])
        {
            text = text[1..];
            if (Digits(ref text) + whole == 0)
                return false;
        }
        else if (whole == 0)
            return false;

        if (text is ['e' or 'E', ..])
        {
            text = text[1..];
            if (text is ['+' or '-', ..])
                text = text[1..];
            if (Digits(ref text) == 0)
                return false;
        }

        return text.IsEmpty;
    }

    private static int Digits(ref ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
        text = text[count..];
        return count;
    }

    private static ReadOnlySpan<char> WithoutUnderscores(ReadOnlySpan<char> text) =>
        text.Contains('_') ? text.ToString().Replace("_", "", StringComparison.Ordinal) : text;

    private static bool HasStrayUnderscore(ReadOnlySpan<char> text)
    {
        for (var index = text.IndexOf('_'); index >= 0 && index < text.Length; index++)
        {
            if (text[index] == '_' && (index + 1 == text.Length || !char.IsAsciiDigit(text[index - 1]) || !char.IsAsciiDigit(text[index + 1])))
                return true;
        }

        return false;
    }

    private static double SinglePrecision(double number) =>
        double.Parse(((float)number).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
