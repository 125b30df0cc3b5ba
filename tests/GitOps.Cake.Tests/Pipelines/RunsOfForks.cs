using System.Text.Json;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>What a stranger's files may do in a run: be rendered, and nothing else.</summary>
public sealed class RunsOfForks : IDisposable
{
    private static readonly string[] Switches = ["HELMFILE_DISABLE_INSECURE_FEATURES", "HELMFILE_DISABLE_HOOKS"];

    private readonly PipelineBench _bench = new();

    [Fact]
    public void They_are_rendered_and_shown_where_they_harm_nobody_and_the_build_stays_green()
    {
        var pull = _bench.Repo.OpenPullRequest("topic", fork: "stranger/name");
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "contents=read", "statuses=read", "pull_requests=read", "checks=read");
        _bench.Tools.On("helmfile", "template", new("---\n# Source: web/templates/config.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: api\n\n", "Templating release=api, chart=charts/web\n"));

        _bench.Run("GitOpsPullRequest", _bench.PullRequestPlace(pull, _bench.Repo.Head("topic"), fork: "stranger/name")).ShouldBe(0, _bench.Log);

        _bench.Tools.Commands.ShouldNotContain(command => command.Arguments.Any(argument => argument.ToString() == "diff"));
        _bench.Log.ShouldContain($"Rendered only: pull request {pull} comes from a fork");
        _bench.Log.ShouldContain("kind: ConfigMap");
        _bench.Log.ShouldContain($"GitHub did not set the status gitops/diff/{PipelineBench.Scope}");
        _bench.Log.ShouldContain($"pull request {pull} comes from a fork, so the token of this run may only read");
        File.ReadAllText(_bench.SummaryFile).ShouldContain("kind: ConfigMap");
        Switches.ShouldAllBe(name => Environment.GetEnvironmentVariable(name) == "true");
        _bench.GitHub.Exchanges.ShouldAllBe(exchange => exchange.Method == "GET" || exchange.Status == 403);
    }

    [Fact]
    public void What_Dependabot_brings_with_a_token_that_may_only_read_is_rendered_too()
    {
        var pull = _bench.Repo.OpenPullRequest("topic");
        var place = _bench.PullRequestPlace(pull, _bench.Repo.Head("topic"));
        place["GITHUB_ACTOR"] = "dependabot[bot]";
        _bench.Tools.On("helmfile", "template", new("---\n# Source: web/templates/config.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: api\n\n", "Templating release=api, chart=charts/web\n"))
            .On("helmfile", "diff", HelmfileTexts.Diff("dark"));

        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "contents=read", "statuses=read", "pull_requests=read", "checks=read");
        _bench.Run("GitOpsPullRequest", place).ShouldBe(0, _bench.Log);
        _bench.Log.ShouldContain("Rendered only: Dependabot started this run");
        _bench.Tools.Commands.ShouldNotContain(command => command.Arguments.Any(argument => argument.ToString() == "diff"));

        // Whoever gives it a token that may write trusts it with the rest as well.
        _bench.Token = _bench.GitHub.AddUser("somebody");
        _bench.Run("GitOpsPullRequest", place).ShouldBe(0, _bench.Log);
        _bench.Log.ShouldNotContain("Rendered only");
    }

    [Fact]
    public void What_is_known_of_them_goes_from_the_run_that_may_not_write_to_the_one_that_may_and_onto_their_pull_request()
    {
        var pull = _bench.Repo.OpenPullRequest("topic", fork: "stranger/name");
        var head = _bench.Repo.Head("topic");
        var file = Path.Combine(_bench.Folder, "artifact", "plan.json");
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "contents=read", "statuses=read", "pull_requests=read", "checks=read");
        _bench.Tools.On("helmfile", "template", new("---\n# Source: web/templates/config.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: api\n\n", "Templating release=api, chart=charts/web\n"));
        _bench.Run("GitOpsPullRequest", _bench.PullRequestPlace(pull, head, fork: "stranger/name"), $"--plan={file}").ShouldBe(0, _bench.Log);
        _bench.Repo.Comments(pull).ShouldBeEmpty();

        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "contents=read", "pull_requests=write");
        _bench.Run("PublishPlan", Second(head), $"--plan={Path.GetDirectoryName(file)}", "--require-github").ShouldBe(0, _bench.Log);

        var comment = _bench.Repo.Comments(pull).ShouldHaveSingleItem();
        comment.Login.ShouldBe("github-actions[bot]");
        comment.Body.ShouldContain($"**Plan** for <code>{head[..8]}</code>");
        comment.Body.ShouldContain("**This plan is partial and cannot be approved.**");
        comment.Body.ShouldContain($"Rendered only: pull request {pull} comes from a fork");
        comment.Body.ShouldContain("ConfigMap shop/api");

        // A branch of the same name and another head is another change.
        _bench.Repo.Push("topic");
        _bench.Run("PublishPlan", Second(head), $"--plan={file}").ShouldBe(0, _bench.Log);
        _bench.Repo.Comments(pull).ShouldHaveSingleItem().Edits.ShouldBe(0);
    }

    [Fact]
    public void An_event_with_secrets_refuses_a_checkout_of_theirs()
    {
        // What is checked out is asked from git, so a real repository is needed.
        Directory.Delete(Path.Combine(_bench.Folder, ".git"));
        _bench.Git("init", "--quiet", "-b", "main");
        _bench.Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "-m", "theirs");
        var head = _bench.Git("rev-parse", "HEAD").Trim();
        var place = _bench.PullRequestPlace(1, head, fork: "stranger/name");
        place["GITHUB_EVENT_NAME"] = "pull_request_target";
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));

        _bench.Run("HelmfileDiff", place).ShouldNotBe(0, _bench.Log);
        _bench.Log.ShouldContain("are a stranger's code");
        _bench.Log.ShouldContain("--allow-unsafe-fork-checkout");

        _bench.Run("HelmfileDiff", place, "--allow-unsafe-fork-checkout").ShouldBe(0, _bench.Log);
        _bench.Log.ShouldContain("It runs all the same");
    }

    public void Dispose()
    {
        foreach (var name in Switches)
            Environment.SetEnvironmentVariable(name, null);

        _bench.Dispose();
    }

    // What GitHub tells the second workflow: the fork's run, its commit and branch, and no pull request.
    private Dictionary<string, string> Second(string head)
    {
        var file = Path.Combine(_bench.Folder, "event.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            workflow_run = new { head_sha = head, head_branch = "topic", head_repository = new { full_name = "stranger/name" }, pull_requests = Array.Empty<int>() },
            repository = new { full_name = PipelineBench.Repository },
        }));
        return _bench.Place("workflow_run", _bench.Repo.Head("main"), more: ("GITHUB_EVENT_PATH", file));
    }
}
