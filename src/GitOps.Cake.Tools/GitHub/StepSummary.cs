using System.Text;

namespace GitOps.Cake.GitHub;

/// <summary>The page of a run, where its CI system has one for Markdown.</summary>
internal static class StepSummary
{
    private const string Variable = "GITHUB_STEP_SUMMARY";

    /// <summary>GitHub refuses a summary of more than a mebibyte, and shows none then.</summary>
    private const int Most = 1_000_000;

    /// <summary>Adds to the page; where there is none, nothing happens.</summary>
    public static async Task AddAsync(GitHubRun run, string markdown, CancellationToken cancellationToken)
    {
        if (run.Variable(Variable) is not { } path)
            return;

        var text = $"{markdown}\n";
        var size = Encoding.UTF8.GetByteCount(text) + (File.Exists(path) ? new FileInfo(path).Length : 0);
        if (size > Most)
        {
            run.Log.Warning("The step summary has no room for the result; it is in this log.");
            return;
        }

        await File.AppendAllTextAsync(path, text, new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
    }
}
