using GitOps.Cake.Rendering;

namespace GitOps.Cake.Scopes;

/// <summary>Why a scope is left alone, in the same words everywhere.</summary>
internal static class ScopeTexts
{
    public const string NotAffected = "not affected by this change";

    public const string NothingKnown = "**nothing is known: see the log of the run**";

    public static string NotTried(string failed) => $"not tried, because {failed} failed";

    public static string NotTriedAsMarkdown(string failed) => $"**not tried**, because {MarkdownText.Code(failed)} failed";
}
