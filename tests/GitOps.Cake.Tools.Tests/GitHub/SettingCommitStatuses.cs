using System.Net;
using System.Text.Json;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Authentication;
using GitOps.Cake.GitHub.Statuses;

namespace GitOps.Cake.Tests.GitHub;

public sealed class SettingCommitStatuses
{
    private const string Token = "ghs_canary_0123456789.0123456789-0123456789_abcdef";
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";

    private static readonly CommitStatusSettings Settings = new()
    {
        State = CommitState.Pending,
        Context = "helmfile/diff",
        Description = "Comparing",
        TargetUrl = "https://ci.example.com/1",
        Repository = "owner/name",
        Sha = Sha,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CommitState.Pending, "pending")]
    [InlineData(CommitState.Success, "success")]
    [InlineData(CommitState.Failure, "failure")]
    [InlineData(CommitState.Error, "error")]
    public async Task A_status_reaches_the_commit(CommitState state, string word)
    {
        using var server = Accepting();
        var status = await Client(server).SetAsync(Settings with { State = state }, Stop);

        var (request, body) = server.Requests.ShouldHaveSingleItem();
        request.HttpMethod.ShouldBe("POST");
        request.Url!.AbsolutePath.ShouldBe($"/api/repos/owner/name/statuses/{Sha}");
        request.Headers["Authorization"].ShouldBe($"Bearer {Token}");
        request.Headers["X-GitHub-Api-Version"].ShouldBe("2022-11-28");
        request.Headers["Accept"].ShouldBe("application/vnd.github+json");
        request.ContentType.ShouldBe("application/json; charset=utf-8");
        using var sent = JsonDocument.Parse(body);
        sent.RootElement.GetProperty("state").GetString().ShouldBe(word);
        sent.RootElement.GetProperty("context").GetString().ShouldBe("helmfile/diff");
        sent.RootElement.GetProperty("description").GetString().ShouldBe("Comparing");
        sent.RootElement.GetProperty("target_url").GetString().ShouldBe("https://ci.example.com/1");
        status.ShouldBe(new()
        {
            Repository = "owner/name",
            Sha = Sha,
            State = state,
            Context = "helmfile/diff",
            Description = "Comparing",
            TargetUrl = "https://ci.example.com/1",
            Id = 17,
        });
    }

    [Theory]
    [InlineData(140, 140, false)]
    [InlineData(141, 140, true)]
    [InlineData(5000, 140, true)]
    public async Task A_description_is_cut_between_characters(int length, int sent, bool cut)
    {
        using var server = Accepting();
        var status = await Client(server).SetAsync(Settings with { Description = string.Concat(Enumerable.Repeat("😀", length)) }, Stop);

        status.Description.ShouldNotBeNull().EnumerateRunes().Count().ShouldBe(sent);
        status.Description!.EndsWith('…').ShouldBe(cut);
        status.Description!.ShouldNotContain('\uFFFD');
    }

    [Fact]
    public async Task Settings_that_GitHub_would_refuse_are_refused_together_before_anything_is_sent()
    {
        using var server = Accepting();
        var failure = await Should.ThrowAsync<InvalidSettingsException>(() => Client(server).SetAsync(
            Settings with { Context = new('x', 256), TargetUrl = "ftp://x", Repository = "name", Sha = "abc" }, Stop));

        failure.Problems.Length.ShouldBe(4);
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(401, "Bad credentials", "Hand over a token that is valid, in GITHUB_TOKEN")]
    [InlineData(403, "Resource not accessible by integration", "Give the token the permission statuses=write; contents=read.")]
    [InlineData(404, "Not Found", "Correct the repository's name, or give the token access to it (statuses=write)")]
    [InlineData(422, "No commit found for SHA: " + Sha, "GitHub does not have that commit: push it first")]
    [InlineData(422, "Validation Failed", "Correct the settings that the message names.")]
    public async Task A_refusal_says_what_to_do_and_never_the_token(int code, string message, string advice)
    {
        using var server = new GitHubServer(
            _ => (code, JsonSerializer.Serialize(new { message })), ("X-Accepted-GitHub-Permissions", "statuses=write; contents=read"));

        var failure = await Should.ThrowAsync<RemoteCallException>(() => Client(server).SetAsync(Settings, Stop));

        failure.Status.ShouldBe((HttpStatusCode)code);
        failure.Message.ShouldStartWith($"GitHub did not set the status \"helmfile/diff\" on owner/name@01234567 (HTTP {code}).");
        failure.Message.ShouldContain(message);
        failure.Message.ShouldContain(advice);
        failure.ToString().ShouldNotContain(Token);
    }

    [Fact]
    public async Task A_broken_field_is_named()
    {
        using var server = new GitHubServer(_ => (422, """
            {"message":"Validation Failed","errors":[{"resource":"Status","code":"custom","field":"description","message":"description is too long"}]}
            """));

        (await Should.ThrowAsync<RemoteCallException>(() => Client(server).SetAsync(Settings, Stop))).Message
            .ShouldContain("description: description is too long");
    }

    [Fact]
    public async Task A_GitHub_that_is_not_there_is_told()
    {
        using var server = Accepting();
        server.Dispose();

        var failure = await Should.ThrowAsync<RemoteCallException>(() => Client(server).SetAsync(Settings, Stop));
        failure.Status.ShouldBeNull();
        failure.Message.ShouldStartWith($"GitHub cannot be reached at {server.Api}: Connection refused");
    }

    [Fact]
    public async Task No_token_goes_to_another_server()
    {
        using var other = Accepting();
        using var server = new GitHubServer(_ => (307, ""), ("Location", $"http://localhost:{other.Port}/api/elsewhere"));

        await Should.ThrowAsync<GitOpsException>(() => Client(server).SetAsync(Settings, Stop));

        other.Requests.ShouldBeEmpty();
    }

    private static GitHubServer Accepting() => new(body =>
    {
        using var sent = JsonDocument.Parse(body);
        return (201, JsonSerializer.Serialize(new
        {
            id = 17,
            state = sent.RootElement.GetProperty("state"),
            context = sent.RootElement.GetProperty("context"),
            description = sent.RootElement.GetProperty("description"),
            target_url = sent.RootElement.GetProperty("target_url"),
        }));
    });

    private static CommitStatusClient Client(GitHubServer server) => new(new(server.Api, new FixedToken(new(Token)), new() { MostFaults = 1 }));
}
