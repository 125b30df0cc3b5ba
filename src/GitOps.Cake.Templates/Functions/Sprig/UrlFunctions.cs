using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Urls;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class UrlFunctions
{
    public const string Names = "urlParse urlJoin";

    public static TemplateFunction? Find(string name) => name switch
    {
        "urlParse" => Signature.Of("s", static call => Parse(call.Text(0))),
        "urlJoin" => Signature.Of("m", static call => Join(call.Map(0))),
        _ => null,
    };

    private static GoMap Parse(string text)
    {
        var url = Read(text, "unable to parse url: ");
        return new()
        {
            ["scheme"] = url.Scheme,
            ["host"] = url.Host,
            ["hostname"] = url.HostName,
            ["path"] = url.Path,
            ["query"] = url.Query,
            ["opaque"] = url.Opaque,
            ["fragment"] = url.Fragment,
            ["userinfo"] = url.User?.ToString() ?? "",
        };
    }

    private static string Join(GoMap? parts)
    {
        var user = Part(parts, "userinfo");
        var url = new GoUrl
        {
            Scheme = Part(parts, "scheme"),
            Host = Part(parts, "host"),
            Path = Part(parts, "path"),
            Query = Part(parts, "query"),
            Opaque = Part(parts, "opaque"),
            Fragment = Part(parts, "fragment"),
            User = user.Length == 0 ? null : Read($"proto://{user}@host", "unable to parse userinfo in dict: ").User,
        };
        return url.ToString();
    }

    private static string Part(GoMap? parts, string key)
    {
        if (parts is null || !parts.TryGetValue(key, out var value))
            return "";
        if (value is null)
            throw new TemplateFunctionException("runtime error: invalid memory address or nil pointer dereference") { Hint = $"The part {key} is null." };
        return value as string
            ?? throw new TemplateFunctionException($"unable to parse {key} key, must be of type string, but {GoValue.KindOf(value)} found");
    }

    private static GoUrl Read(string text, string complaint)
    {
        // A fragment is looked at last; until then messages leave it out.
        var (reached, fragment) = GoUrlReader.CutFragment(text);
        try
        {
            var url = GoUrlReader.Read(reached);
            reached = text;
            return url with { Fragment = UrlEscape.Unescape(fragment, UrlPart.Fragment) };
        }
        catch (FormatException exception)
        {
            throw new TemplateFunctionException($"{complaint}parse {GoQuote.Quote(reached)}: {exception.Message}", exception);
        }
    }
}
