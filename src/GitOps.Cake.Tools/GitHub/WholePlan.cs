using GitOps.Cake.GitHub.Checks;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.GitHub;

/// <summary>Where all of a plan can be read, in the words of <see cref="MarkdownStyle.Whole"/>; a comment has no room for a large one.</summary>
internal static class WholePlan
{
    /// <summary>Shows the plan on the page of the run, and tells whether all of it is there, or in a file.</summary>
    /// <param name="run">The run.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="file">The file that it was written to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where it is nowhere.</returns>
    public static async Task<string?> ShowAsync(GitHubRun run, Plan plan, string? file, CancellationToken cancellationToken)
    {
        var isOnPage = await StepSummary.AddAsync(run, plan, cancellationToken).ConfigureAwait(false);
        if (isOnPage && await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false) is { } place && MarkdownText.Link("the summary of this run", place.RunUrl) is { } page)
            return $"in {page}";

        return file is null ? null : $"in the file {MarkdownText.Code(Path.GetFileName(file))} of this run";
    }

    /// <summary>The check that shows the plan; null where its text has no room for all of it, or it has no page.</summary>
    public static string? In(ReportedCheck check, Plan plan) =>
        plan.ToMarkdown(new() { MaximumLength = int.MaxValue }).Length <= CheckClient.LongestText && MarkdownText.Link("the check", check.Url) is { } page ? $"in {page}" : null;
}
