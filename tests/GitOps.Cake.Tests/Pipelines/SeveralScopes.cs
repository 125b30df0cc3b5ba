namespace GitOps.Cake.Tests.Pipelines;

/// <summary>What people see on GitHub of a build of several scopes: a status for each, a comment and a deployment for each environment.</summary>
public sealed class SeveralScopes : IDisposable
{
    private const string Apply = "gitops/apply/";

    private readonly PipelineBench _bench = new();
    private readonly int _pull;

    public SeveralScopes()
    {
        _pull = _bench.Repo.OpenPullRequest("topic");
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On("helmfile", "apply", HelmfileTexts.Apply("dark"));
    }

    private string Head => _bench.Repo.Head("topic");

    [Fact]
    public void A_pull_request_has_a_comment_for_each_environment_and_statuses_for_each_scope()
    {
        Succeed(PullRequest());

        var (staging, production) = Comments();
        staging.ShouldContain($"**Plan** for <code>{Head[..8]}</code>");
        staging.ShouldContain("| <code>web</code> | Plan: 0 to install, 1 to upgrade");
        staging.ShouldContain("### Plan of <code>web</code>");
        staging.ShouldContain("### Plan of <code>db</code>");
        staging.ShouldNotContain("live");
        production.ShouldContain("### Plan of <code>live</code>");
        States().ShouldBe(Both(("db", "success"), ("live", "success"), ("web", "success")));
        _bench.Repo.Statuses(Head).Where(status => status.Context.StartsWith("gitops/plan", StringComparison.Ordinal)).ShouldAllBe(status => status.Description!.StartsWith("digest "));
    }

    [Fact]
    public void The_next_push_edits_each_comment_twice_however_many_scopes_it_has()
    {
        Succeed(PullRequest());
        _bench.Repo.Push("topic");

        Succeed(PullRequest());

        _bench.Repo.Comments(_pull).Select(comment => comment.Edits).ShouldBe([2, 2]);
        _bench.GitHub.Exchanges.ShouldContain(exchange => exchange.Body != null && exchange.Body.Contains("The plans below are of an earlier commit", StringComparison.Ordinal));
    }

    [Fact]
    public void By_choice_each_scope_has_its_own()
    {
        Succeed(PullRequest("--comment-per=scope"));

        _bench.Repo.Comments(_pull).Length.ShouldBe(3);
    }

    [Fact]
    public void A_run_that_leaves_a_scope_of_the_environment_out_does_not_write_over_its_plan()
    {
        Succeed(PullRequest("--scope=web", "--scope=live"));
        Succeed(PullRequest("--scope=db"));

        _bench.Repo.Comments(_pull).Select(comment => comment.Body.Split('\n')[0].Split(' ')[3]).ShouldBe(["key=web", "key=environment%20production", "key=db"]);
    }

    [Fact]
    public void A_scope_that_a_change_does_not_affect_is_a_success_that_says_so_under_both_contexts()
    {
        _bench.Change("web/values.yaml");

        Succeed(PullRequest("--affected"));

        States().ShouldBe(Both(("db", "success"), ("live", "success"), ("web", "success")));
        foreach (var context in (string[])["gitops/diff/db", "gitops/plan/db", "gitops/diff/live", "gitops/plan/live"])
            _bench.Repo.Statuses(Head).Single(status => status.Context == context).Description.ShouldBe("not affected by this change");
        _bench.Repo.Comments(_pull).ShouldHaveSingleItem().Body.ShouldContain("| <code>db</code> | not affected by this change |");
    }

    [Fact]
    public void Where_nothing_is_affected_no_comment_is_made_and_those_that_are_there_say_so()
    {
        _bench.Change("README.md");
        Succeed(PullRequest("--affected"));
        _bench.Repo.Comments(_pull).ShouldBeEmpty();

        Succeed(PullRequest());
        Succeed(PullRequest("--affected"));

        var (staging, production) = Comments();
        staging.ShouldContain("| <code>web</code> | not affected by this change |");
        staging.ShouldNotContain("### Plan");
        production.ShouldContain("<code>live</code>: not affected by this change");
    }

    [Fact]
    public void A_scope_that_fails_is_told_beside_the_others_and_fails_the_run()
    {
        Of("web", "diff", HelmfileTexts.Refused());
        Of("live", "lint", HelmfileTexts.Lint());

        Fail(PullRequest());

        States().ShouldBe(Both(("db", "success"), ("live", "failure"), ("web", "failure")));
        var (staging, production) = Comments();
        staging.ShouldContain("**partial**");
        staging.ShouldContain("set owner");
        staging.ShouldContain("### Plan of <code>db</code>");
        production.ShouldContain("no such template");
        _bench.Log.ShouldContain("2 of 3 scopes failed: web, live.");
    }

    [Fact]
    public void A_scope_of_which_nothing_is_known_is_no_gap_in_the_comment()
    {
        Fail(_bench.Run<ThreeScopes>("GitOpsPicky", _bench.PullRequestPlace(_pull, Head)));

        Comments().Staging.ShouldContain("| <code>db</code> | **nothing is known: see the log of the run** |");
        _bench.Log.ShouldContain("The registry of db is unknown.");
    }

    [Fact]
    public void A_merge_is_a_deployment_and_a_comment_for_each_environment_and_a_status_for_each_scope()
    {
        Succeed(PullRequest());
        var merged = _bench.Repo.MergePullRequest(_pull);

        Succeed(Push(merged));

        _bench.Repo.Deployments.Select(deployment => $"{deployment.Environment}: {string.Join(' ', deployment.States)}").ShouldBe(
            ["staging: in_progress success", "production: in_progress success"]);
        Applies(merged).ShouldBe("db success, live success, web success");
        var applied = _bench.Repo.Comments(_pull).Skip(2).Select(comment => comment.Body).ToList();
        applied.Count.ShouldBe(2);
        applied[0].ShouldContain($"**Apply** for <code>{merged[..8]}</code>");
        applied[0].ShouldContain("### Apply of <code>db</code>");
        _bench.Log.ShouldContain($"Pull request {_pull} was merged with the plan ");
    }

    [Fact]
    public void What_comes_after_a_scope_that_failed_is_not_tried_and_says_so()
    {
        Of("web", "apply", new("", "in ./web/helmfile.yaml: no\n", 1));
        var merged = _bench.Repo.MergePullRequest(_pull);

        Fail(Push(merged));

        Applies(merged).ShouldBe("db failure, live failure, web failure");
        _bench.Repo.Statuses(merged).Single(status => status.Context == "gitops/apply/live").Description.ShouldBe("not tried, because web failed");
        _bench.Tools.Commands.ShouldNotContain(command => Is(command, "db", "apply"));
        _bench.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress", "failure"]);
        _bench.Repo.Comments(_pull).ShouldHaveSingleItem().Body.ShouldContain("| <code>db</code> | **not tried**, because <code>web</code> failed |");
    }

    [Fact]
    public void Each_scope_is_held_to_the_plan_that_was_approved_of_it()
    {
        Succeed(PullRequest());
        var merged = _bench.Repo.MergePullRequest(_pull);
        Of("db", "diff", HelmfileTexts.Diff("light"));

        Fail(Push(merged));

        Applies(merged).ShouldBe("db failure, live failure, web success");
        _bench.Repo.Comments(_pull)[2].Body.ShouldContain("| <code>db</code> | **nothing was applied: this is not the plan that was approved** |");
        _bench.Repo.Comments(_pull)[2].Body.ShouldContain("### Apply of <code>web</code>");
    }

    [Fact]
    public void After_a_merge_scopes_that_it_does_not_affect_are_left_alone()
    {
        _bench.Change("live/values.yaml");
        var merged = _bench.Repo.MergePullRequest(_pull);

        Succeed(Push(merged, "--affected", "--base=main"));

        Applies(merged).ShouldBe("db success, live success, web success");
        _bench.Repo.Deployments.ShouldHaveSingleItem().Environment.ShouldBe("production");
        _bench.Repo.Comments(_pull).ShouldHaveSingleItem().Body.ShouldContain("Apply of <code>live</code>");
    }

    public void Dispose() => _bench.Dispose();

    private int PullRequest(params string[] more) => _bench.Run<ThreeScopes>("GitOpsPullRequest", _bench.PullRequestPlace(_pull, Head), more);

    private int Push(string sha, params string[] more) =>
        _bench.Run<ThreeScopes>("GitOpsMain", _bench.Place("push", sha, more: ("GITHUB_REF", "refs/heads/main")), ["--current-context", .. more]);

    private void Of(string scope, string word, Testing.ToolAnswer answer) => _bench.Tools.On(command => Is(command, scope, word), answer);

    private static bool Is(Tooling.ToolCommand command, string scope, string word) =>
        command.ToString().Contains($"{scope}/helmfile.yaml", StringComparison.Ordinal) && command.Arguments.Any(argument => argument.ToString() == word);

    private (string Staging, string Production) Comments()
    {
        var comments = _bench.Repo.Comments(_pull);
        comments.Length.ShouldBe(2);
        return (comments.Single(comment => comment.Body.Contains("key=environment%20staging", StringComparison.Ordinal)).Body, comments.Single(comment => comment.Body.Contains("key=environment%20production", StringComparison.Ordinal)).Body);
    }

    private static IEnumerable<string> Both(params (string Scope, string State)[] scopes) =>
        [.. scopes.Select(scope => $"gitops/diff/{scope.Scope} {scope.State}"), .. scopes.Select(scope => $"gitops/plan/{scope.Scope} {scope.State}")];

    private IEnumerable<string> States() => _bench.Repo.Statuses(Head).Select(status => $"{status.Context} {status.State}").Order(StringComparer.Ordinal);

    private string Applies(string sha) => string.Join(", ", _bench.Repo.Statuses(sha).Where(status => status.Context.StartsWith(Apply, StringComparison.Ordinal))
        .Select(status => $"{status.Context[Apply.Length..]} {status.State}").Order(StringComparer.Ordinal));

    private void Succeed(int exit) => exit.ShouldBe(0, _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);
}
