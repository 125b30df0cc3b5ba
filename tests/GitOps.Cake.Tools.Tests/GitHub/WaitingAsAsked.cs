using System.Net;
using GitOps.Cake.GitHub.Http;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>How long GitHub's answers ask to wait, by the order in which it documents its headers.</summary>
public class WaitingAsAsked
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("20", "0", 90, 20)]
    [InlineData(null, "0", 90, 90)]
    [InlineData(null, "17", 90, 60)]
    [InlineData(null, null, null, 60)]
    [InlineData("0", "0", 90, 0)]
    [InlineData(null, "0", -5, 0)]
    public void Retry_After_comes_first_then_the_renewal_of_the_limit_then_a_minute(string? retryAfter, string? remaining, int? reset, int seconds)
    {
        using var answer = Answer(retryAfter, remaining, reset);

        RateLimit.Wait(answer, Now, before: 0).TotalSeconds.ShouldBe(seconds);
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(1, 120)]
    [InlineData(2, 240)]
    [InlineData(9, 960)]
    public void A_limit_that_does_not_say_how_long_is_waited_for_longer_each_time(int before, int seconds)
    {
        using var answer = Answer(null, null, null);

        RateLimit.Wait(answer, Now, before).TotalSeconds.ShouldBe(seconds);
    }

    [Fact]
    public void The_renewal_is_told_by_GitHubs_clock_and_this_machines_may_be_wrong()
    {
        using var answer = Answer(null, "0", 90);
        answer.Headers.Date = Now;

        RateLimit.Wait(answer, Now.AddHours(3), before: 0).TotalSeconds.ShouldBe(90);
    }

    private static HttpResponseMessage Answer(string? retryAfter, string? remaining, int? reset)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.Forbidden);
        foreach (var (name, value) in new[] { ("Retry-After", retryAfter), ("x-ratelimit-remaining", remaining), ("x-ratelimit-reset", reset is { } after ? $"{Now.AddSeconds(after).ToUnixTimeSeconds()}" : null) })
        {
            if (value is not null)
                answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }
}
