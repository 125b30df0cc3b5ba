using System.Globalization;
using System.Net;

namespace GitOps.Cake.GitHub.Http;

/// <summary>What an answer says about GitHub's limits of requests.</summary>
internal static class RateLimit
{
    /// <summary>The least wait after a secondary limit that does not say how long.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(1);

    /// <summary>Whether the request was held back because there were too many; one that was held back was not carried out.</summary>
    public static bool Holds(HttpResponseMessage answer, string body) => answer.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.Forbidden => answer.Headers.RetryAfter is not null || Header(answer, "x-ratelimit-remaining") == 0
            || body.Contains("rate limit", StringComparison.OrdinalIgnoreCase) || body.Contains("abuse detection", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>How long GitHub asks to wait, in the order that it documents: Retry-After, then the renewal of the limit, then a minute that doubles.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="now">This machine's time, for where the answer has none.</param>
    /// <param name="before">How often the request was held back before.</param>
    public static TimeSpan Wait(HttpResponseMessage answer, DateTimeOffset now, int before)
    {
        // GitHub's own clock, for this machine's may be wrong.
        now = answer.Headers.Date ?? now;
        var wait = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ when Header(answer, "x-ratelimit-remaining") == 0 && Header(answer, "x-ratelimit-reset") is { } reset => DateTimeOffset.FromUnixTimeSeconds(reset) - now,
            _ => Unsaid * Math.Pow(2, Math.Min(before, 4)),
        };
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static long? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
