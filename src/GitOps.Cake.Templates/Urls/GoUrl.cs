namespace GitOps.Cake.Templates.Urls;

/// <summary>A URL in the parts of Go's <c>net/url</c>; path, fragment and user are decoded.</summary>
internal sealed record GoUrl
{
    public string Scheme { get; init; } = "";

    public string Opaque { get; init; } = "";

    public UserInfo? User { get; init; }

    public string Host { get; init; } = "";

    public string Path { get; init; } = "";

    public string Query { get; init; } = "";

    public string Fragment { get; init; } = "";

    /// <summary>The host without port, and without the brackets of an IPv6 address.</summary>
    public string HostName
    {
        get
        {
            var colon = Host.LastIndexOf(':');
            var name = colon >= 0 && GoUrlReader.IsPort(Host.AsSpan(colon)) ? Host[..colon] : Host;
            return name is ['[', .., ']'] ? name[1..^1] : name;
        }
    }

    public override string ToString()
    {
        var text = Scheme.Length > 0 ? Scheme + ":" : "";
        if (Opaque.Length > 0)
            text += Opaque;
        else
        {
            if (Host.Length > 0 || User is not null || (Scheme.Length > 0 && Path.Length > 0))
                text += $"//{(User is null ? "" : User + "@")}{UrlEscape.Escape(Host, UrlPart.Host)}";
            var path = Path == "*" ? "*" : UrlEscape.Escape(Path, UrlPart.Path);
            if (path.Length > 0 && path[0] != '/' && Host.Length > 0)
                text += "/";

            // A colon in the first part of a path would make it a scheme.
            if (text.Length == 0 && path.Split('/')[0].Contains(':', StringComparison.Ordinal))
                text = "./";
            text += path;
        }

        return text + (Query.Length > 0 ? "?" + Query : "") + (Fragment.Length > 0 ? "#" + UrlEscape.Escape(Fragment, UrlPart.Fragment) : "");
    }
}
