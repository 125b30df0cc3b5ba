using System.Net.Http.Headers;
using System.Text;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>The fake takes nothing that GitHub's own description of its API does not know.</summary>
public sealed class KeepingToTheDescription : IDisposable
{
    private readonly GitHubBench _bench = new();

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "statuses/{sha}", """{"sate":"success"}""", "$.state is missing. $.sate is not known." },
        { "statuses/{sha}", """{"state":"green"}""", "none of" },
        { "statuses/{sha}", """{"state":"success","context":7}""", "$.context is number, and not string." },
        { "check-runs", """{"name":"x"}""", "$.head_sha is missing." },
        { "check-runs", """{"name":"x","head_sha":"s","output":{"title":"t"}}""", "$.output.summary is missing." },
        { "check-runs", $$$"""{"name":"x","head_sha":"s","output":{"title":"t","summary":"{{{new string('x', 65_536)}}}"}}""", "65535 are taken" },
        { "check-runs", $$$"""{"name":"x","head_sha":"s","output":{"title":"t","summary":"s","annotations":[{{{Annotations(51)}}}]}}""", "$.output.annotations has 51 items; 50 are taken." },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_GitHub_would_not_take_is_found(string path, string body, string problem) =>
        (await Should.ThrowAsync<DescriptionViolationException>(() => Post(path, body))).Message.ShouldContain(problem);

    [Fact]
    public async Task A_program_that_sends_what_GitHub_would_not_take_is_told_so_and_it_is_remembered()
    {
        using var server = FakeGitHubServer.Start(_bench.GitHub);
        using var client = new HttpClient { BaseAddress = server.Api };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _bench.GitHub.AddUser("somebody"));
        client.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
        using var content = new StringContent("""{"sate":"success"}""", Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri($"repos/{GitHubBench.Repository}/statuses/{_bench.Head}", UriKind.Relative), content, Stop);

        ((int)answer.StatusCode).ShouldBe(400);
        _bench.GitHub.Violations.ShouldHaveSingleItem().ShouldContain("$.state is missing. $.sate is not known.");
    }

    [Fact]
    public async Task Fifty_annotations_are_taken() =>
        (await Post("check-runs", $$$"""{"name":"x","head_sha":"{{{_bench.Head}}}","output":{"title":"t","summary":"s","annotations":[{{{Annotations(50)}}}]}}""")).ShouldBe(201);

    [Fact]
    public async Task A_request_that_names_no_version_of_the_API_is_found() =>
        (await Should.ThrowAsync<DescriptionViolationException>(() => Post("check-runs", "{}", version: null))).Message.ShouldContain("names no version");

    [Fact]
    public async Task A_call_that_nobody_described_is_found() =>
        (await Should.ThrowAsync<DescriptionViolationException>(() => Post("nothing", "{}"))).Message.ShouldContain("no call that the fake knows");

    [Theory]
    [InlineData(141, 422)]
    [InlineData(140, 201)]
    public async Task Limits_that_the_description_leaves_out_are_kept(int length, int status) =>
        (await Post("statuses/{sha}", $$"""{"state":"success","description":"{{new string('x', length)}}"}""")).ShouldBe(status);

    public void Dispose() => _bench.Dispose();

    private static string Annotations(int count) => string.Join(',', Enumerable.Repeat("""{"path":"a","start_line":1,"end_line":1,"annotation_level":"notice","message":"m"}""", count));

    private async Task<int> Post(string path, string body, string? version = "2022-11-28")
    {
        using var client = new HttpClient(_bench.GitHub.CreateHandler()) { BaseAddress = FakeGitHub.Api };
        var token = _bench.GitHub.AddActionsToken(GitHubBench.Repository, "checks=write", "statuses=write");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (version is not null)
            client.DefaultRequestHeaders.Add("X-GitHub-Api-Version", version);

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"repos/{GitHubBench.Repository}/{path.Replace("{sha}", _bench.Head, StringComparison.Ordinal)}", UriKind.Relative), content, Stop);
        return (int)answer.StatusCode;
    }
}
