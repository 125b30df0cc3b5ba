using GitOps.Cake.Results;

namespace GitOps.Cake.Rendering;

/// <summary>Rendered manifests as Markdown, for a pull request that is compared with no cluster.</summary>
internal static class RenderedMarkdown
{
    private const string TooLong = "The manifests are too long for this place.\n";

    /// <summary>A head, and a collapsed section per release.</summary>
    /// <param name="rendered">The manifests.</param>
    /// <param name="scope">What they are of.</param>
    /// <param name="remark">Why nothing was compared, in words of our own.</param>
    /// <param name="maximumLength">The length in characters that is not exceeded.</param>
    public static string Of(RenderedReleases rendered, string scope, string remark, int maximumLength)
    {
        var document = new MarkdownDocument(maximumLength);
        document.Add($"### Manifests of {MarkdownText.Code(scope)}\n");
        document.Add($"{remark}\n");
        foreach (var release in rendered.Releases)
        {
            var head = $"<details><summary>{MarkdownText.Code(release.Release.ToString())}</summary>\n\n";
            document.Add(
                $"{head}{MarkdownText.Fence("yaml", VisibleText.Lines(release.Manifests))}\n</details>\n",
                $"{head}{TooLong}\n</details>\n",
                $"{MarkdownText.Code(release.Release.ToString())}\n",
                "");
        }

        return document.ToString();
    }
}
