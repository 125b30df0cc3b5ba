using System.Net;
using GitOps.Cake.Tooling;
using Octokit;

namespace GitOps.Cake.GitHub;

/// <summary>The words for a GitHub that cannot be reached or refuses.</summary>
internal static class GitHubErrors
{
    private const string PermissionsHeader = "X-Accepted-GitHub-Permissions";

    /// <summary>GitHub refused.</summary>
    public static RemoteCallException Refused(GitHubRequest request, ApiException exception, Redactor redactor) => new(
        exception.StatusCode,
        redactor.Redact($"""
            GitHub did not {request.What} (HTTP {(int)exception.StatusCode}).
            {exception.Message}{Details(exception)}
            {Advice(request, exception)}
            """),
        Harmless(exception, redactor))
    {
        // A 403 can be a rate limit, too.
        IsMissingPermission = exception.StatusCode == HttpStatusCode.Forbidden && exception.Message.StartsWith("Resource not accessible", StringComparison.OrdinalIgnoreCase),
        Reason = exception.Message,
    };

    /// <summary>GitHub cannot be reached.</summary>
    public static RemoteCallException Unreachable(Uri api, Exception exception, Redactor redactor) => new(
        redactor.Redact($"""
            GitHub cannot be reached at {api}: {exception.Message}
            Correct GITHUB_API_URL, or look whether the network (a proxy) lets the connection through.
            """),
        Harmless(exception, redactor));

    /// <summary>What answered is no API of GitHub.</summary>
    public static RemoteCallException Unreadable(Uri api, Exception exception, Redactor redactor) => new(
        redactor.Redact($"""
            {api} does not answer as GitHub's API does: {exception.Message}
            Correct GITHUB_API_URL, or look whether a proxy answers in its place.
            """),
        Harmless(exception, redactor));

    /// <summary>GitHub was asked often enough and never said what became of a write.</summary>
    public static RemoteCallException Unknown(GitHubRequest request, Exception exception) => new($"""
        It is not known whether GitHub did {request.What}.
        {exception.Message} It was looked for and not found.
        Look at GitHub, then try again; https://www.githubstatus.com tells whether it is down.
        """, exception);

    // A server that repeats a request's headers would put the token into the log of a build that shows causes too.
    private static Exception? Harmless(Exception exception, Redactor redactor) =>
        exception.ToString() is var text && redactor.Redact(text) == text ? exception : null;

    private static string Advice(GitHubRequest request, ApiException exception) => exception switch
    {
        RateLimitExceededException limit => $"The limit of requests is used up until {limit.Reset:u}; try again then, or use a token of its own.",
        SecondaryRateLimitExceededException or { StatusCode: HttpStatusCode.TooManyRequests } =>
            "There were too many requests in a short time, of this run or of others with the same token; try again later.",
        { StatusCode: HttpStatusCode.Unauthorized } => "Hand over a token that is valid, in GITHUB_TOKEN, or correct the key of the GitHub App and this machine's clock.",
        { StatusCode: HttpStatusCode.Forbidden } =>
            $"Give the token the permission {Permissions(exception) ?? request.Permission}. In GitHub Actions that is a line of the workflow's permissions; of a GitHub App it is one of its settings.",
        { StatusCode: HttpStatusCode.NotFound } =>
            $"Correct the repository's name, or give the token access to it ({request.Permission}); GitHub also says so of what a token may not see.",
        { StatusCode: HttpStatusCode.UnprocessableEntity } when IsUnknownCommit(exception) =>
            "GitHub does not have that commit: push it first, and take the head of a pull request rather than a merge made locally (--sha).",
        { StatusCode: HttpStatusCode.UnprocessableEntity } => "Correct the settings that the message names.",
        _ => "Try again; https://www.githubstatus.com tells whether GitHub is down.",
    };

    // Statuses and checks are about commits, deployments about anything that can be checked out.
    private static bool IsUnknownCommit(ApiException exception) =>
        exception.Message.Contains("No commit found", StringComparison.OrdinalIgnoreCase) || exception.Message.Contains("No ref found", StringComparison.OrdinalIgnoreCase);

    private static string? Permissions(ApiException exception) =>
        exception.HttpResponse?.Headers.FirstOrDefault(header => header.Key.Equals(PermissionsHeader, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Details(ApiException exception) => string.Concat(
        (exception.ApiError?.Errors ?? []).Select(error => $"{Environment.NewLine}{error.Field}: {error.Message ?? error.Code}"));
}
