using System.Globalization;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.GitHub.Comments;

/// <summary>Finds, makes and edits the comments of one pull request.</summary>
internal sealed class CommentClient(GitHubApi api, RepositoryName repository, int number, Func<string?, CancellationToken, Task<bool>> isOwn)
{
    private string Where => string.Create(CultureInfo.InvariantCulture, $"pull request {number} of {repository}");

    private string Path => string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/issues/{number}/comments");

    /// <summary>The comment with a marker, made by this identity: a marker alone can be written by anybody.</summary>
    public async Task<CommentAnswer?> FindAsync(CommentMarker marker, CancellationToken cancellationToken)
    {
        var all = await api.CallAsync(new($"tell the comments on {Where}", "pull_requests=read"), client => client.ReadAllAsync<CommentAnswer>(Path), cancellationToken)
            .ConfigureAwait(false);
        foreach (var comment in all.Where(comment => CommentMarker.Read(comment.Body)?.IsSameComment(marker) == true))
        {
            if (await isOwn(comment.User?.Login, cancellationToken).ConfigureAwait(false))
                return comment;
        }

        return null;
    }

    /// <summary>Makes a comment.</summary>
    public Task<CommentAnswer> CreateAsync(string body, CancellationToken cancellationToken) => api.CreateAsync(
        new($"comment on {Where}", "pull_requests=write"),
        client => client.PostAsync<CommentAnswer>(Path, new { Body = body }),
        async client => (await client.ReadAllAsync<CommentAnswer>(Path).ConfigureAwait(false)).FirstOrDefault(comment => Same(comment.Body, body)),
        cancellationToken);

    /// <summary>Edits a comment. One that somebody deleted meanwhile is made anew.</summary>
    public async Task<CommentAnswer> EditAsync(CommentAnswer comment, string body, CancellationToken cancellationToken)
    {
        if (Same(comment.Body, body))
            return comment;

        var edited = await api.FindAsync(
            new($"edit its comment on {Where}", "pull_requests=write"),
            client => client.PatchAsync<CommentAnswer>(string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/issues/comments/{comment.Id}"), new { Body = body }),
            cancellationToken).ConfigureAwait(false);
        return edited ?? await CreateAsync(body, cancellationToken).ConfigureAwait(false);
    }

    private static bool Same(string? one, string? other) => string.Equals(one?.ReplaceLineEndings("\n").Trim(), other?.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal);
}
