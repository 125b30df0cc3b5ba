using System.Text;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.GitHub;

/// <summary>The page of a run, where its CI system has one for Markdown.</summary>
internal static class StepSummary
{
    private const string Variable = "GITHUB_STEP_SUMMARY";

    /// <summary>GitHub refuses a summary of more than a mebibyte, and shows none then.</summary>
    private const long Most = 1_000_000;

    /// <summary>The most bytes that a character of a text takes.</summary>
    private const int Widest = 3;

    /// <summary>Adds a plan to the page, as much of it as there is room for.</summary>
    /// <returns>Whether all of it is there.</returns>
    public static async Task<bool> AddAsync(GitHubRun run, Plan plan, CancellationToken cancellationToken)
    {
        if (Room(run) is not { } room)
            return false;

        var whole = plan.ToMarkdown(new() { MaximumLength = int.MaxValue });
        var isWhole = Encoding.UTF8.GetByteCount(whole) < room;
        return await AddAsync(run, isWhole ? whole : plan.ToMarkdown(new() { MaximumLength = (int)room / Widest }), cancellationToken).ConfigureAwait(false) && isWhole;
    }

    /// <summary>Adds to the page; where there is none, nothing happens.</summary>
    /// <returns>Whether it is there.</returns>
    public static async Task<bool> AddAsync(GitHubRun run, string markdown, CancellationToken cancellationToken)
    {
        if (Room(run) is not { } room)
            return false;

        var text = $"{markdown}\n";
        if (Encoding.UTF8.GetByteCount(text) > room)
        {
            run.Log.Warning("The step summary has no room for the result; it is in this log.");
            return false;
        }

        try
        {
            await File.AppendAllTextAsync(run.Variable(Variable)!, text, new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // As in a container that has the variables of the run and not its files; what was done is no failure because of it.
            run.Log.Warning($"The step summary cannot be written, so the result is in this log only: {exception.Message}");
            return false;
        }
    }

    private static long? Room(GitHubRun run) => run.Variable(Variable) is { } path ? Most - (File.Exists(path) ? new FileInfo(path).Length : 0) : null;
}
