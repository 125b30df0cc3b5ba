using System.Net;
using Octokit;

namespace GitOps.Cake.GitHub;

/// <summary>The words for a GitHub that cannot be reached or refuses a commit status.</summary>
internal static class CommitStatusErrors
{
    private const string PermissionsHeader = "X-Accepted-GitHub-Permissions";

    public static RemoteCallException Refused(CommitStatusSettings settings, ApiException exception) => new(
        exception.StatusCode,
        $"""
        GitHub did not set the status "{settings.Context}" on {settings.Repository}@{settings.Sha?[..8]} (HTTP {(int)exception.StatusCode}).
        {exception.Message}{Details(exception)}
        {Advice(settings, exception)}
        """,
        exception);

    public static RemoteCallException Unreachable(Uri api, HttpRequestException exception) => new($"""
        GitHub cannot be reached at {api}: {exception.Message}
        Correct GITHUB_API_URL, or look whether the network (a proxy) lets the connection through.
        """, exception);

    public static RemoteCallException TimedOut(Uri api, TimeSpan limit, Exception exception) => new($"""
        GitHub did not answer at {api} within {limit.TotalSeconds:0} s.
        Try again; https://www.githubstatus.com tells whether it is down.
        """, exception);

    private static string Advice(CommitStatusSettings settings, ApiException exception) => exception switch
    {
        RateLimitExceededException limit => $"The limit of requests is used up until {limit.Reset:u}; try again then, or use a token of its own.",
        { StatusCode: HttpStatusCode.Unauthorized } => "Hand over a token that is valid, in GITHUB_TOKEN.",
        { StatusCode: HttpStatusCode.Forbidden } => $"Give the token the right to write commit statuses ({Permissions(exception) ?? "statuses=write"}).",
        { StatusCode: HttpStatusCode.NotFound } => $"Correct the repository {settings.Repository}, or give the token access to it.",
        { StatusCode: HttpStatusCode.UnprocessableEntity } when IsUnknownCommit(exception) =>
            $"GitHub does not have the commit {settings.Sha}: push it first, and take the head of a pull request rather than a merge made locally.",
        { StatusCode: HttpStatusCode.UnprocessableEntity } => "Correct the settings of the status.",
        _ => "Try again; https://www.githubstatus.com tells whether GitHub is down.",
    };

    private static bool IsUnknownCommit(ApiException exception) => exception.Message.Contains("No commit found", StringComparison.OrdinalIgnoreCase);

    private static string? Permissions(ApiException exception) =>
        exception.HttpResponse?.Headers.FirstOrDefault(header => header.Key.Equals(PermissionsHeader, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Details(ApiException exception) => string.Concat(
        (exception.ApiError?.Errors ?? []).Select(error => $"{Environment.NewLine}{error.Field}: {error.Message ?? error.Code}"));
}
