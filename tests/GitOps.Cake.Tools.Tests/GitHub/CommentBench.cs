using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>A pull request, and runs of somebody's that show plans on it.</summary>
internal sealed class CommentBench : GitHubBench
{
    public CommentBench()
    {
        Variables["GITHUB_TOKEN"] = GitHub.AddUser("somebody");
        Pull = Repo.OpenPullRequest("topic");
    }

    /// <summary>The pull request.</summary>
    public int Pull { get; }

    /// <summary>Its only comment.</summary>
    public FakeComment Comment => Repo.Comments(Pull).ShouldHaveSingleItem();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Shows a plan of a commit.</summary>
    public Task Show(string sha, Plan plan, string run = "1", int attempt = 1) =>
        Wait(new CommentReporter(RunOf(sha, run, attempt), Plans.Scope).PlanAsync([new PlanPart(plan)], Stop));

    /// <summary>Says that a commit is looked at.</summary>
    public Task Running(string sha, string run) => Wait(new CommentReporter(RunOf(sha, run), Plans.Scope).RunningAsync(Stop));

    /// <summary>A run for a commit, of the pull request or of the default branch.</summary>
    public GitHubRun RunOf(string sha, string run, int attempt = 1)
    {
        var isHead = Repo.Head("main") != sha;
        (Variables["GITHUB_ACTIONS"], Variables["GITHUB_EVENT_NAME"]) = ("true", isHead ? "pull_request" : "push");
        (Variables["GITHUB_SHA"], Variables["GITHUB_RUN_ID"], Variables["GITHUB_RUN_ATTEMPT"]) = (sha, run, $"{attempt}");
        return Run(new() { Sha = sha, PullRequest = isHead ? Pull : null, RunUrl = $"https://ci.example/{run}" });
    }
}
