using System.Collections.Immutable;
using System.Globalization;
using Octokit;

namespace GitOps.Cake.GitHub.Checks;

/// <summary>Makes and reads checks.</summary>
internal sealed class CheckClient(GitHubApi api, RepositoryName repository)
{
    /// <summary>How many annotations GitHub takes at once.</summary>
    private const int Batch = 50;

    /// <summary>The longest text of a check, in characters.</summary>
    public const int LongestText = 65_000;

    private const int LongestMessage = 16_000;
    private const int LongestTitle = 255;

    /// <summary>Makes a check that is complete, with all its annotations.</summary>
    public async Task<CheckAnswer> CreateAsync(CheckSettings settings, string sha, string externalId, CancellationToken cancellationToken)
    {
        var request = new GitHubRequest($"make the check \"{settings.Name}\" on {GitHubRequest.Commit(repository, sha)}", "checks=write");
        var batches = settings.Annotations.Chunk(Batch).Select(batch => batch.Select(Annotation).ToArray()).ToList();
        var check = await api.CreateAsync(
            request,
            client => client.PostAsync<CheckAnswer>($"repos/{repository}/check-runs", new
            {
                settings.Name,
                HeadSha = sha,
                Status = "completed",
                Conclusion = Word(settings.Conclusion),
                ExternalId = externalId,
                settings.DetailsUrl,
                Output = Output(settings, batches.FirstOrDefault()),
            }),
            async client => (await ListAsync(client, sha, settings.Name).ConfigureAwait(false)).FirstOrDefault(found => found.ExternalId == externalId),
            cancellationToken).ConfigureAwait(false);

        // Each further request adds its annotations to those that are there, so none may be sent twice.
        var count = batches.FirstOrDefault()?.Length ?? 0;
        foreach (var batch in batches.Skip(1))
        {
            count += batch.Length;
            var expected = count;
            var path = string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/check-runs/{check.Id}");
            check = await api.CreateAsync(
                request,
                client => client.PatchAsync<CheckAnswer>(path, new { Output = Output(settings, batch) }),
                async client => (await ListAsync(client, sha, settings.Name).ConfigureAwait(false))
                    .FirstOrDefault(found => found.Id == check.Id && found.Output?.AnnotationsCount >= expected),
                cancellationToken).ConfigureAwait(false);
        }

        return check;
    }

    /// <summary>The checks of one name on a commit, the newest first.</summary>
    public Task<ImmutableArray<CheckAnswer>> ReadAsync(string sha, string name, CancellationToken cancellationToken) => api.CallAsync(
        new($"tell the checks of {GitHubRequest.Commit(repository, sha)}", "checks=read"), client => ListAsync(client, sha, name), cancellationToken);

    private async Task<ImmutableArray<CheckAnswer>> ListAsync(GitHubClient client, string sha, string name) =>
        [.. (await client.ReadAsync<CheckAnswer.List>($"repos/{repository}/commits/{sha}/check-runs?check_name={Uri.EscapeDataString(name)}").ConfigureAwait(false)).CheckRuns];

    private static object Output(CheckSettings settings, object[]? annotations) => annotations is null
        ? new { Title = Cut(settings.Title, LongestTitle), Summary = Cut(settings.Summary, LongestText), Text = Cut(settings.Text, LongestText) }
        : new { Title = Cut(settings.Title, LongestTitle), Summary = Cut(settings.Summary, LongestText), Text = Cut(settings.Text, LongestText), Annotations = annotations };

    private static object Annotation(CheckAnnotation annotation) => new
    {
        annotation.Path,
        StartLine = Math.Max(1, annotation.Line),
        EndLine = Math.Max(1, annotation.Line),
        AnnotationLevel = annotation.Level.ToString().ToLowerInvariant(),
        Message = Cut(annotation.Message, LongestMessage),
        Title = Cut(annotation.Title, LongestTitle),
    };

    // Between characters and never within one.
    private static string? Cut(string? text, int longest) => text is null || text.Length <= longest
        ? text
        : $"{text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)]}…";

    private static string Word(CheckConclusion conclusion) => conclusion switch
    {
        CheckConclusion.ActionRequired => "action_required",
        _ => conclusion.ToString().ToLowerInvariant(),
    };
}
