using System.Text.Json;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>What the event file of GitHub Actions tells of a run.</summary>
public sealed class ReadingEvents : PlaceTests
{
    /// <summary>Event, its JSON, and the commit that is expected.</summary>
    public static TheoryData<string, string, string> Events => new()
    {
        { "pull_request", Pull("o/n", "o/n"), $"{PullHead} 5 False" },
        { "pull_request_target", Pull("x/n", "o/n"), $"{PullHead} 5 True" },
        { "pull_request", Pull(null, "o/n"), $"{PullHead} 5 True" },
        { "push", $$"""{"before":"{{Merge}}","after":"{{Tip}}"}""", $"{Tip} - False" },
        { "merge_group", $$$"""{"merge_group":{"head_sha":"{{{Tip}}}","base_ref":"refs/heads/main"}}""", $"{Tip} - False" },
        { "workflow_run", $$$"""{"workflow_run":{"head_sha":"{{{Tip}}}","head_branch":"topic"}}""", $"{Tip} - False" },
        { "check_suite", $$$"""{"check_suite":{"head_sha":"{{{Tip}}}"}}""", $"{Tip} - False" },
        { "check_run", $$$"""{"check_run":{"head_sha":"{{{Tip}}}"}}""", $"{Tip} - False" },
        { "deployment", $$$"""{"deployment":{"sha":"{{{Tip}}}"}}""", $"{Tip} - False" },
        { "workflow_dispatch", "{}", $"{Merge} - False" },
        { "push", $$$"""{"ref":"refs/tags/v1","before":"{{{NoSha}}}","after":"{{{PullHead}}}","head_commit":{"id":"{{{Tip}}}"}}""", $"{Tip} - False" },
        { "push", $$"""{"ref":"refs/tags/v1","after":"{{PullHead}}","head_commit":null}""", $"{Merge} - False" },
        { "push", $$"""{"ref":"refs/heads/topic","before":"{{Tip}}","after":"{{NoSha}}","deleted":true}""", $"{Merge} - False" },
        { "repository_dispatch", """{"action":"deploy","branch":"main","client_payload":{"pull_request":{"number":7},"after":"x"}}""", $"{Merge} - False" },
        { "release", """{"action":"published","release":{"tag_name":"v1","target_commitish":"main"}}""", $"{Merge} - False" },
        { "issue_comment", """{"issue":{"number":7},"comment":{"body":"/deploy"}}""", $"{Merge} - False" },
        { "schedule", """{"schedule":"0 0 * * *"}""", $"{Merge} - False" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public async Task In_GitHub_Actions_the_event_tells(string name, string json, string expected)
    {
        var file = Path.Combine(Bench.Folder.FullName, "event.json");
        await File.WriteAllTextAsync(file, json, Stop);
        var place = await Run(
            $"GITHUB_ACTIONS=true GITHUB_EVENT_NAME={name} GITHUB_REPOSITORY=o/n GITHUB_SHA={Merge} GITHUB_REF=refs/heads/main GITHUB_EVENT_PATH={file}").PlaceAsync(Stop);

        string.Join(' ', place.Sha, place.PullRequest?.ToString() ?? "-", place.IsFork).ShouldBe(expected);
    }

    [Fact]
    public async Task A_run_about_a_check_is_of_the_checks_branch_and_not_of_the_one_that_the_variables_name()
    {
        var file = Path.Combine(Bench.Folder.FullName, "event.json");
        await File.WriteAllTextAsync(file, "{\"check_run\":{\"head_sha\":\"" + Tip + "\",\"check_suite\":{\"head_branch\":\"topic\"}}}", Stop);

        var place = await Run($"GITHUB_ACTIONS=true GITHUB_EVENT_NAME=check_run GITHUB_REPOSITORY=o/n GITHUB_SHA={Merge} GITHUB_REF=refs/heads/main GITHUB_EVENT_PATH={file}").PlaceAsync(Stop);

        (place.Sha, place.Branch).ShouldBe((Tip, "topic"));
    }

    [Fact]
    public async Task A_comment_on_a_pull_request_is_about_its_head()
    {
        var head = Bench.Repo.Push("topic");
        Bench.Repo.OpenPullRequest("topic", fork: "stranger/name");
        var file = Path.Combine(Bench.Folder.FullName, "event.json");
        await File.WriteAllTextAsync(file, """{"issue":{"number":1,"pull_request":{}},"comment":{"body":"/deploy"}}""", Stop);
        var run = Run(
            $"GITHUB_ACTIONS=true GITHUB_EVENT_NAME=issue_comment GITHUB_REPOSITORY=owner/name GITHUB_SHA={Merge} GITHUB_EVENT_PATH={file} GITHUB_API_URL={FakeGitHub.Api} GITHUB_TOKEN={Bench.GitHub.AddUser("somebody")}");

        var place = await Bench.Wait(run.PlaceAsync(Stop));

        (place.Sha, place.PullRequest, place.IsFork).ShouldBe((head, 1, true));
    }

    private static string Pull(string? head, string target) => JsonSerializer.Serialize(new
    {
        pull_request = new { number = 5, head = new { sha = PullHead, @ref = "topic", repo = head is null ? null : new { full_name = head } }, @base = new { @ref = "main", repo = new { full_name = target } } },
    });
}
