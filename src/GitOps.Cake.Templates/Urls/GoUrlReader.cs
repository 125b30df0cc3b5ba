namespace GitOps.Cake.Templates.Urls;

internal static class GoUrlReader
{
    /// <summary>Parts a URL from its fragment, which is still escaped.</summary>
    public static (string Url, string Fragment) CutFragment(string text) => Cut(text, '#');

    /// <summary>Reads a URL without its fragment.</summary>
    /// <exception cref="FormatException">The text is no URL.</exception>
    public static GoUrl Read(string text)
    {
        var rest = text;
        if (rest.AsSpan().ContainsAnyInRange('\0', '\x1F') || rest.Contains('\x7F', StringComparison.Ordinal))
            throw new FormatException("net/url: invalid control character in URL");
        if (rest == "*")
            return new() { Path = "*" };

        var scheme = Scheme(rest);
        rest = rest[(scheme.Length == 0 ? 0 : scheme.Length + 1)..];
        (rest, var query) = Cut(rest, '?');
        var url = new GoUrl { Scheme = scheme.ToLowerInvariant(), Query = query };
        if (!rest.StartsWith('/'))
        {
            if (scheme.Length > 0)
                return url with { Opaque = rest };
            if (rest.Split('/')[0].Contains(':', StringComparison.Ordinal))
                throw new FormatException("first path segment in URL cannot contain colon");
        }

        if (!rest.StartsWith("//", StringComparison.Ordinal) || (scheme.Length == 0 && rest.StartsWith("///", StringComparison.Ordinal)))
            return url with { Path = UrlEscape.Unescape(rest, UrlPart.Path) };

        var end = rest.IndexOf('/', 2) is >= 0 and var slash ? slash : rest.Length;
        var authority = rest[2..end];
        var at = authority.LastIndexOf('@');
        return url with
        {
            Host = Host(authority[(at + 1)..]),
            User = at < 0 ? null : User(authority[..at]),
            Path = UrlEscape.Unescape(rest[end..], UrlPart.Path),
        };
    }

    /// <summary>Whether it is nothing, or a colon and digits.</summary>
    public static bool IsPort(ReadOnlySpan<char> text) => text.IsEmpty || (text[0] == ':' && !text[1..].ContainsAnyExceptInRange('0', '9'));

    private static (string Before, string After) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + 1)..]) : (text, "");

    private static string Scheme(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (char.IsAsciiLetter(unit) || (index > 0 && (char.IsAsciiDigit(unit) || unit is '+' or '-' or '.')))
                continue;
            if (unit == ':')
                return index > 0 ? text[..index] : throw new FormatException("missing protocol scheme");
            break;
        }

        return "";
    }

    private static UserInfo User(string text)
    {
        foreach (var unit in text)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && !"-._:~!$&'()*+,;=%@".Contains(unit, StringComparison.Ordinal))
                throw new FormatException("net/url: invalid userinfo");
        }

        var (name, password) = Cut(text, ':');
        return new(
            UrlEscape.Unescape(name, UrlPart.User),
            text.Contains(':', StringComparison.Ordinal) ? UrlEscape.Unescape(password, UrlPart.User) : null);
    }

    private static string Host(string text)
    {
        if (text.StartsWith('['))
        {
            var end = text.LastIndexOf(']');
            if (end < 0)
                throw new FormatException("missing ']' in host");
            CheckPort(text[(end + 1)..]);

            var zone = text.IndexOf("%25", StringComparison.Ordinal);
            if (zone >= 0 && zone < end)
            {
                return UrlEscape.Unescape(text[..zone], UrlPart.Host) + UrlEscape.Unescape(text[zone..end], UrlPart.Zone)
                    + UrlEscape.Unescape(text[end..], UrlPart.Host);
            }
        }
        else if (text.LastIndexOf(':') is >= 0 and var colon)
            CheckPort(text[colon..]);

        return UrlEscape.Unescape(text, UrlPart.Host);
    }

    private static void CheckPort(string text)
    {
        if (!IsPort(text))
            throw new FormatException($"invalid port {Texts.GoQuote.Quote(text)} after host");
    }
}
