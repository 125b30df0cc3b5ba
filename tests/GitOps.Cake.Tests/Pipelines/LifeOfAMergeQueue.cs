using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Pull requests that a merge queue puts together: one push brings several, and each showed what it does alone.</summary>
public sealed class LifeOfAMergeQueue : IDisposable
{
    private readonly PipelineBench _bench = new();
    private readonly int _first;
    private readonly int _second;
    private readonly string _before;

    public LifeOfAMergeQueue()
    {
        (_first, _second) = (_bench.Repo.OpenPullRequest("first"), _bench.Repo.OpenPullRequest("second"));
        _before = _bench.Repo.Head("main");
    }

    [Theory]
    [InlineData("HelmfileApply")]
    [InlineData("GitOpsMain")]
    public void Each_scope_is_held_to_the_plan_of_the_pull_request_that_changed_it(string target)
    {
        Show(_first, "first", "web", "dark");
        Show(_second, "second", "db", "light");
        var pushed = MergeBoth();

        Fail(Apply(target, pushed, "web", "light and dark"));
        _bench.Log.ShouldContain($"approved on pull request {_first}");
        Succeed(Apply(target, pushed, "web", "dark", "--require-approval"));
        _bench.Log.ShouldContain($"Pull request {_first} was merged with the plan ");
        Succeed(Apply(target, pushed, "db", "light", "--require-approval"));
        _bench.Applied.ShouldBe(2);
    }

    [Fact]
    public void What_they_do_together_to_one_scope_was_shown_to_nobody_and_stops()
    {
        Show(_first, "first", "web", "dark");
        Show(_second, "second", "web", "light");
        var pushed = MergeBoth();

        Fail(Apply("GitOpsMain", pushed, "web", "light and dark"));

        _bench.Applied.ShouldBe(0);
        _bench.Log.ShouldContain("they came in one push, as from a merge queue, and nobody was shown what they do together. Nothing was applied.");
        Told("with a merge queue also by another pull request").ShouldBe([1, 1]);
        var digest = System.Text.RegularExpressions.Regex.Match(_bench.Log, "--accept=([0-9a-f]{64})").Groups[1].Value;
        Succeed(Apply("GitOpsMain", pushed, "web", "light and dark", $"--accept={digest}"));
    }

    [Fact]
    public void What_became_of_the_push_is_told_on_each_of_them()
    {
        Show(_first, "first", "web", "dark");
        Show(_second, "second", "db", "light");
        var pushed = MergeBoth();

        Succeed(Apply("GitOpsMain", pushed, "web", "dark"));

        Told($"**Apply** for <code>{pushed[..8]}</code>").ShouldBe([1, 1]);
    }

    [Fact]
    public void What_the_queue_itself_saw_is_no_approval()
    {
        Show(_first, "first", "web", "dark");
        Show(_second, "second", "web", "light");
        var pushed = MergeBoth(queued =>
        {
            _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("light and dark"));
            Succeed(_bench.Run<ThreeScopes>("GitOpsPullRequest", _bench.Place("merge_group", queued), "--scope=web"));
            _bench.Repo.Statuses(queued).ShouldContain(status => status.Context == "gitops/plan/web" && status.State == "success");
        });

        Fail(Apply("GitOpsMain", pushed, "web", "light and dark"));

        _bench.Applied.ShouldBe(0);
    }

    [Fact]
    public void A_pull_request_that_came_before_the_push_approves_nothing_of_it()
    {
        Show(_first, "first", "web", "dark");
        Show(_second, "second", "db", "light");
        var first = _bench.Repo.MergePullRequest(_first);
        var second = _bench.Repo.MergePullRequest(_second);

        Fail(ApplySince(first, "GitOpsMain", second, "web", "dark", "--require-approval"));

        _bench.Log.ShouldContain("No plan was approved for this commit");
    }

    [Fact]
    public void After_a_push_by_force_only_the_pull_request_of_the_commit_itself_counts()
    {
        Show(_first, "first", "web", "dark");
        Show(_second, "second", "db", "light");
        var pushed = MergeBoth();

        Fail(ApplySince(new('f', 40), "GitOpsMain", pushed, "web", "dark", "--require-approval"));
        Succeed(ApplySince(new('f', 40), "GitOpsMain", pushed, "db", "light", "--require-approval"));
    }

    public void Dispose() => _bench.Dispose();

    // How many comments of each pull request say so.
    private IEnumerable<int> Told(string text) =>
        new[] { _first, _second }.Select(pull => _bench.Repo.Comments(pull).Count(comment => comment.Body.Contains(text, StringComparison.Ordinal)));

    private void Show(int pull, string branch, string scope, string value)
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff(value));
        Succeed(_bench.Run<ThreeScopes>("GitOpsPullRequest", _bench.PullRequestPlace(pull, _bench.Repo.Head(branch)), $"--scope={scope}"));
    }

    private string MergeBoth(Action<string>? test = null)
    {
        _bench.Repo.QueuePullRequest(_first);
        test?.Invoke(_bench.Repo.QueuePullRequest(_second));
        if (test is null)
            _bench.Repo.QueuePullRequest(_second);

        _bench.Repo.MergePullRequest(_first, FakeMerge.Queue);
        return _bench.Repo.MergePullRequest(_second, FakeMerge.Queue);
    }

    private int Apply(string target, string sha, string scope, string value, params string[] more) => ApplySince(_before, target, sha, scope, value, more);

    private int ApplySince(string before, string target, string sha, string scope, string value, params string[] more)
    {
        _bench.Prepare(value);
        return _bench.Run<ThreeScopes>(target, _bench.PushPlace(sha, before), ["--current-context", $"--scope={scope}", .. more]);
    }

    private void Succeed(int exit) => exit.ShouldBe(0, _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);
}
