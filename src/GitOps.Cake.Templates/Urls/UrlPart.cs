namespace GitOps.Cake.Templates.Urls;

/// <summary>The part of a URL that a text stands in; each lets other characters through.</summary>
internal enum UrlPart
{
    Path,
    Host,
    Zone,
    User,
    Fragment,
}
