using System.Globalization;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>GitHub's limits of requests: the hour's, the minute's, and those that a test makes up.</summary>
internal sealed class FakeLimits(FakeGitHub github)
{
    private readonly Queue<(DateTimeOffset At, int Points)> _recent = new();
    private readonly Queue<DateTimeOffset> _content = new();
    private DateTimeOffset _heldUntil;
    private int _points;

    private DateTimeOffset Now => github.Time.GetUtcNow();

    /// <summary>What goes wrong before the request is looked at.</summary>
    public FakeAnswer? Before(FakeFault fault)
    {
        if (Now < _heldUntil)
        {
            github.ImpatientRequests++;
            return Held(429, "You have exceeded a secondary rate limit.", _heldUntil - Now);
        }

        return fault switch
        {
            FakeFault.SecondaryLimit => Hold(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."),
            FakeFault.TooManyRequests => Hold(429, "You have exceeded a secondary rate limit."),
            FakeFault.SecondaryLimitUnsaid => Unsaid(),
            FakeFault.PrimaryLimit => Primary(Now + github.RetryAfter),
            FakeFault.BadGateway => FakeAnswer.Refusal(502, "Server Error"),
            FakeFault.Timeout => new(FakeAnswer.Never, null),
            FakeFault.Disconnect => new(FakeAnswer.Broken, null),
            _ => null,
        };
    }

    /// <summary>Counts a request; an answer where it is one too many.</summary>
    public FakeAnswer? Count(FakeIdentity identity, FakeRequest request)
    {
        if (identity.WindowEnds <= Now)
            (identity.Used, identity.WindowEnds) = (0, Now + TimeSpan.FromHours(1));

        if (identity.Used >= github.RequestsPerHour)
            return Primary(identity.WindowEnds);

        while (_recent.TryPeek(out var oldest) && oldest.At <= Now - TimeSpan.FromMinutes(1))
            _points -= _recent.Dequeue().Points;

        var points = request.Method == "GET" ? 1 : 5;
        if (_points + points > github.PointsPerMinute)
            return Hold(403, "You have exceeded a secondary rate limit.");

        if (IsContent(request))
        {
            while (_content.TryPeek(out var oldest) && oldest <= Now - TimeSpan.FromMinutes(1))
                _content.Dequeue();

            if (_content.Count >= github.ContentPerMinute)
                return Hold(403, "You have exceeded a secondary rate limit and have been temporarily blocked from content creation.");

            _content.Enqueue(Now);
        }

        _recent.Enqueue((Now, points));
        _points += points;
        identity.Used++;
        return null;
    }

    /// <summary>Adds how much of the hour's requests is left; an answer that says that nothing changed costs none.</summary>
    public void Describe(FakeAnswer answer, FakeIdentity identity)
    {
        if (answer.Status == 304)
            identity.Used--;

        answer.Headers["x-ratelimit-limit"] = Text(github.RequestsPerHour);
        answer.Headers["x-ratelimit-remaining"] = Text(github.RequestsPerHour - identity.Used);
        answer.Headers["x-ratelimit-reset"] = Text(identity.WindowEnds.ToUnixTimeSeconds());
    }

    private static bool IsContent(FakeRequest request) => request.Method == "POST"
        && (request.Path.EndsWith("/comments", StringComparison.Ordinal) || request.Path.EndsWith("/pulls", StringComparison.Ordinal));

    private FakeAnswer Primary(DateTimeOffset until)
    {
        // Told in whole seconds.
        until = DateTimeOffset.FromUnixTimeSeconds(until.ToUnixTimeSeconds());
        _heldUntil = until > Now ? until : Now;
        var answer = FakeAnswer.Refusal(403, "API rate limit exceeded for installation ID 1.");
        answer.Headers["x-ratelimit-limit"] = Text(github.RequestsPerHour);
        answer.Headers["x-ratelimit-remaining"] = "0";
        answer.Headers["x-ratelimit-reset"] = Text(until.ToUnixTimeSeconds());
        return answer;
    }

    private FakeAnswer Unsaid()
    {
        _heldUntil = Now + TimeSpan.FromMinutes(1);
        return FakeAnswer.Refusal(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
    }

    private FakeAnswer Hold(int status, string message)
    {
        _heldUntil = Now + github.RetryAfter;
        return Held(status, message, github.RetryAfter);
    }

    private static FakeAnswer Held(int status, string message, TimeSpan wait)
    {
        var answer = FakeAnswer.Refusal(status, message);
        answer.Headers["Retry-After"] = Text((long)Math.Ceiling(wait.TotalSeconds));
        return answer;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
