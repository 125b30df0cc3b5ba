using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace GitOps.Cake.GitHub.Statuses;

/// <summary>What GitHub takes as a commit status.</summary>
internal static partial class CommitStatusRules
{
    /// <exception cref="InvalidSettingsException">Some rule is broken; all of them are told.</exception>
    public static void Check(CommitStatusSettings settings)
    {
        ImmutableArray<string> problems = [.. Problems(settings)];
        if (!problems.IsEmpty)
            throw new InvalidSettingsException(problems);
    }

    /// <summary>Cuts a description to what fits, between characters and never within one.</summary>
    public static string? Cut(string? description)
    {
        if (description is null || Length(description) <= CommitStatusSettings.LongestDescription)
            return description;

        var cut = new StringBuilder();
        foreach (var character in description.EnumerateRunes().Take(CommitStatusSettings.LongestDescription - 1))
            cut.Append(character);

        return cut.ToString().TrimEnd() + '…';
    }

    private static IEnumerable<string> Problems(CommitStatusSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Context) || Length(settings.Context) > CommitStatusSettings.LongestContext)
            yield return $"Context has to be a name of 1 to {CommitStatusSettings.LongestContext} characters, not \"{settings.Context}\".";

        if (settings.TargetUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var target) && target.Scheme is "http" or "https"))
            yield return $"TargetUrl has to be an address such as https://host/path, not \"{url}\".";

        if (settings.Repository is null || !RepositoryName().IsMatch(settings.Repository))
            yield return $"Repository has to be named as owner/name, not \"{settings.Repository}\".";

        if (settings.Sha is null || !WholeSha().IsMatch(settings.Sha))
            yield return $"Sha has to be the whole SHA of a commit, not \"{settings.Sha}\".";
    }

    private static int Length(string text) => text.EnumerateRunes().Count();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryName();

    [GeneratedRegex(@"^([0-9a-f]{40}|[0-9a-f]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeSha();
}
