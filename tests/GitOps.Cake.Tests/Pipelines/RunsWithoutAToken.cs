namespace GitOps.Cake.Tests.Pipelines;

/// <summary>A laptop: nothing is sent, everything is said, and nothing fails for it unless somebody asks.</summary>
public sealed class RunsWithoutAToken : IDisposable
{
    private readonly PipelineBench _bench = new() { Token = null };

    [Fact]
    public void A_pull_requests_run_says_what_it_would_set_and_succeeds()
    {
        var pull = _bench.Repo.OpenPullRequest("topic");

        _bench.PullRequest(pull).ShouldBe(0, _bench.Log);

        _bench.Log.ShouldContain("With one this would set the status gitops/diff/helmfile.yaml:default");
        _bench.Log.ShouldContain($"With one this would comment on pull request {pull}");
        _bench.Log.ShouldContain("With one this would make the check gitops/plan/helmfile.yaml:default");
        _bench.GitHub.Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public void An_apply_says_what_it_would_report_and_succeeds()
    {
        _bench.Push(_bench.Repo.Head("main")).ShouldBe(0, _bench.Log);

        _bench.Log.ShouldContain("With one this would report the deployment");
        _bench.Log.ShouldContain("With one this would set the status gitops/apply/helmfile.yaml:default");
        _bench.GitHub.Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_is_no_repository_of_GitHub_is_no_obstacle()
    {
        Directory.Delete(Path.Combine(_bench.Folder, ".git"));
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));

        _bench.Run("GitOpsPullRequest", new Dictionary<string, string>()).ShouldBe(0, _bench.Log);

        _bench.Log.ShouldContain("Neither this machine nor a remote 'origin' on a server names the repository to report on");
    }

    [Theory]
    [InlineData("GitOpsPullRequest")]
    [InlineData("GitOpsMain", "--current-context")]
    [InlineData("SetCommitStatus", "--state=success", "--status-context=x")]
    public void Where_reports_are_required_it_fails(string target, params string[] more)
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));

        _bench.Run(target, _bench.Place("push", _bench.Repo.Head("main")), ["--require-github", .. more]).ShouldNotBe(0, _bench.Log);

        _bench.Log.ShouldContain("and --require-github asks for one");
    }

    public void Dispose() => _bench.Dispose();
}
