namespace GitOps.Cake.Templates.Urls;

/// <summary>The user, and perhaps password, in front of a host.</summary>
internal sealed record UserInfo(string Name, string? Password)
{
    public override string ToString() =>
        UrlEscape.Escape(Name, UrlPart.User) + (Password is null ? "" : ":" + UrlEscape.Escape(Password, UrlPart.User));
}
