using System.Net;
using System.Text;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Authentication;
using GitOps.Cake.GitHub.Places;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>What servers and networks do besides answering: redirects, pages of proxies, links to elsewhere, limits that are over already.</summary>
public sealed class MeetingOddServers : IDisposable
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";
    private const string Pull = """{"number":1,"state":"open","title":"t","head":{"ref":"topic","sha":"0123456789abcdef0123456789abcdef01234567"},"base":{"ref":"main","sha":"x"}}""";

    private static readonly RepositoryName Repository = new("owner", "name");

    private readonly GitHubBench _bench = new();
    private readonly List<HttpRequestMessage> _asked = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_new_name_of_a_repository_is_followed_by_a_question()
    {
        var api = Api((request, _) => request.RequestUri!.AbsolutePath.Contains("/repositories/7/", StringComparison.Ordinal)
            ? Answer(200, Pull)
            : Answer(301, """{"message":"Moved Permanently"}""", ("Location", $"{FakeGitHub.Api}repositories/7/pulls/1")));

        (await new PullRequestReader(api, Repository).ReadAsync(1, Stop)).HeadBranch.ShouldBe("topic");
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task The_new_name_of_a_repository_is_followed_by_a_write_with_its_content(int code)
    {
        var bodies = new List<string>();
        var api = Api((request, body) =>
        {
            bodies.Add($"{request.Method} {body}");
            return request.RequestUri!.AbsolutePath.Contains("/repositories/7/", StringComparison.Ordinal)
                ? Answer(201, """{"id":1,"state":"success","context":"x"}""")
                : Answer(code, """{"message":"Temporary Redirect"}""", ("Location", $"{FakeGitHub.Api}repositories/7/statuses/{Sha}"));
        });

        await new CommitStatusClient(api).SetAsync(new() { State = CommitState.Success, Context = "x", Repository = "owner/name", Sha = Sha }, Stop);

        bodies.Count.ShouldBe(2);
        bodies[1].ShouldBe(bodies[0]);
        bodies[1].ShouldStartWith("POST {");
    }

    [Fact]
    public async Task A_link_to_another_server_is_not_followed_and_the_pages_go_on()
    {
        var api = Api((request, _) => request.RequestUri!.Query.EndsWith("&page=1", StringComparison.Ordinal)
            ? Answer(200, $"[{Pull}]", ("Link", "<https://elsewhere.example/repositories/7/pulls?page=2>; rel=\"next\""))
            : Answer(200, $"[{Pull}]"));

        (await new PullRequestReader(api, Repository).OfCommitAsync(Sha, Stop)).Count.ShouldBe(2);

        _asked.ShouldAllBe(request => request.RequestUri!.Host == FakeGitHub.Api.Host);
    }

    [Theory]
    [InlineData("<html>Please log in</html>", "text/html")]
    [InlineData("<html>Please log in</html>", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("null", "application/json")]
    public async Task An_answer_that_is_no_API_of_GitHub_is_told_so(string body, string type)
    {
        var api = Api((_, _) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, type) });

        var failure = await Should.ThrowAsync<RemoteCallException>(() => new PullRequestReader(api, Repository).ReadAsync(1, Stop));

        failure.Message.ShouldContain("does not answer as GitHub's API does");
        failure.Message.ShouldContain("Correct GITHUB_API_URL");
    }

    [Theory]
    [InlineData("Retry-After", "0")]
    [InlineData("Retry-After", "Wed, 31 Dec 2025 23:59:00 GMT")]
    [InlineData("x-ratelimit-reset", "1")]
    public async Task A_limit_that_is_over_already_and_holds_on_is_not_hammered_at(string header, string value)
    {
        var times = new List<DateTimeOffset>();
        var api = Api((_, _) =>
        {
            times.Add(_bench.Clock.GetUtcNow());
            return times.Count < 6 ? Answer(429, """{"message":"secondary rate limit"}""", (header, value), ("x-ratelimit-remaining", "0")) : Answer(200, Pull);
        });

        await _bench.Wait(new PullRequestReader(api, Repository).ReadAsync(1, Stop));

        var waits = times.Zip(times.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        waits[0].ShouldBeLessThan(2);
        waits.Skip(1).ShouldAllBe(wait => wait >= 2);
        waits.ShouldBe(waits.Order());
    }

    [Fact]
    public async Task Making_the_Apps_token_may_take_longer_than_a_request_may_and_the_write_is_done_at_once_afterwards()
    {
        var app = _bench.GitHub.AddApp("deployer", GitHubBench.Repository, "statuses=write");
        (_bench.Variables["GITOPS_GITHUB_APP"], _bench.Variables["GITOPS_GITHUB_APP_PRIVATE_KEY"]) = (app.ClientId, app.PrivateKey);
        _bench.GitHub.RetryAfter = TimeSpan.FromMinutes(6);
        var isFirst = true;
        _bench.GitHub.Faults = (_, path) =>
        {
            if (!path.EndsWith("/access_tokens", StringComparison.Ordinal) || !isFirst)
                return FakeFault.None;

            isFirst = false;
            return FakeFault.PrimaryLimit;
        };

        await _bench.Wait(new CommitStatusReporter(_bench.Run()).SetAsync(new() { State = CommitState.Success, Context = "x" }, Stop));

        _bench.GitHub.Exchanges.Select(exchange => $"{exchange.Method} {exchange.Status}").ShouldBe(["GET 200", "POST 403", "POST 201", "POST 201"]);
    }

    public void Dispose() => _bench.Dispose();

    private GitHubApi Api(Func<HttpRequestMessage, string, HttpResponseMessage> answer) =>
        new(FakeGitHub.Api, new FixedToken(new("token")), new() { Time = _bench.Clock, Jitter = () => 0.5, Transport = () => new Server(_asked, answer) });

    private static HttpResponseMessage Answer(int code, string body, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)code) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            answer.Headers.TryAddWithoutValidation(name, value);

        answer.Headers.Date = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return answer;
    }

    private sealed class Server(List<HttpRequestMessage> asked, Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request);
            var made = answer(request, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            made.RequestMessage = request;
            return made;
        }
    }
}
