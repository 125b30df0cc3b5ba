using GitOps.Cake.EndToEnd.Deploying;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.EndToEnd.OnGitHub;

/// <summary>A token and an App's key, handed to the build program, are found nowhere afterwards.</summary>
public class KeepingCredentials(SharedCluster shared)
{
    [Fact]
    public async Task The_token_is_nowhere_in_what_a_run_says_writes_or_starts()
    {
        using var project = new GitHubProject(await shared.GetAsync());
        var canary = project.Variables["GITHUB_TOKEN"] = project.GitHub.AddUser("somebody");


        // A template can read what the tools that it calls do not get.
        project.Write("deploy/values.yaml.gotmpl", "told: {{ env \"GITHUB_TOKEN\" }}\n").Write(
            "chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {told: \"Bearer {{ .Values.told }}\"}\n");
        project.Write("deploy/helmfile.yaml", $"environments:\n  staging: {{}}\n---\nreleases:\n  - {{name: web, namespace: {project.Namespace}, chart: ../chart, values: [values.yaml.gotmpl]}}\n");

        var run = await RunAsync(project);
        NowhereIn(project, run, canary);

        // A token that GitHub does not take is in no error either.
        project.GitHub.Revoke(canary);
        (await project.RunAsync(project.Line("GitOpsPullRequest", "--verbosity=diagnostic"), Place(project))).ShouldFail().All.ShouldNotContain(canary);
    }

    [Fact]
    public async Task The_key_of_an_App_and_its_tokens_are_nowhere()
    {
        using var project = new GitHubProject(await shared.GetAsync());
        var app = project.GitHub.AddApp("deployer", GitHubProject.Repository, "checks=write", "statuses=write", "pull_requests=write", "contents=read");
        (project.Variables["GITOPS_GITHUB_APP"], project.Variables["GITOPS_GITHUB_APP_PRIVATE_KEY"]) = (app.ClientId, app.PrivateKey);

        var run = await RunAsync(project);

        project.Repo.Comments(1).ShouldHaveSingleItem().Login.ShouldBe("deployer[bot]");
        project.Repo.Checks(project.Repo.Head("topic")).ShouldHaveSingleItem().ExternalId!.Length.ShouldBe(64);
        NowhereIn(project, run, ["ghs_", "eyJ", .. app.PrivateKey.Split('\n').Where(line => line.Length > 20 && !line.StartsWith('-'))]);
    }

    [Fact]
    public async Task A_mistake_in_the_helmfile_is_a_remark_at_its_line()
    {
        using var project = new GitHubProject(await shared.GetAsync());
        var token = project.GitHub.AddActionsToken(GitHubProject.Repository, "checks=write", "statuses=write", "pull_requests=write", "contents=read");
        project.Variables["GITHUB_TOKEN"] = token;
        project.Write("deploy/helmfile.yaml", "environments:\n  staging: {}\n---\nreleases:\n  - name: web\n    chart: ../chart\n    timeout: soon\n");
        project.Repo.OpenPullRequest("topic");

        (await project.RunAsync(project.Line("GitOpsPullRequest"), Place(project))).ShouldFail();

        var sent = project.GitHub.Exchanges.Single(exchange => exchange.Method == "POST" && exchange.Path.EndsWith("/check-runs", StringComparison.Ordinal)).Body!;
        sent.ShouldContain("\"annotations\":[{\"path\":\"deploy/helmfile.yaml\",\"start_line\":7,\"end_line\":7,\"annotation_level\":\"failure\"");
        project.Repo.Checks(project.Repo.Head("topic")).ShouldHaveSingleItem().Conclusion.ShouldBe("failure");
    }

    private static async Task<ProgramRun> RunAsync(GitHubProject project)
    {
        var helm = project.Program("watched-helm", $"env >> '{project.Folder}/environment'; exec '{RealTools.Helm(4)}' \"$@\"");
        project.Repo.OpenPullRequest("topic");
        return (await project.RunAsync(
            project.Line("GitOpsPullRequest", "--verbosity=diagnostic", "--plan=plan.json", $"--helm={helm}"), [.. Place(project), ("GITHUB_STEP_SUMMARY", Path.Combine(project.Folder, "summary.md"))])).ShouldSucceed();
    }

    private static (string Name, string Value)[] Place(GitHubProject project) => [("GITHUB_REPOSITORY", GitHubProject.Repository), ("GITHUB_SHA", project.Repo.Head("topic"))];

    private static void NowhereIn(GitHubProject project, ProgramRun run, params string[] secrets)
    {
        FakeComment[] comments = [.. project.Repo.Comments(1)];
        string[] files = ["plan.json", "summary.md", "environment"];
        var shown = string.Join('\n', [
            run.All,
            .. files.Select(file => File.ReadAllText(Path.Combine(project.Folder, file))),
            .. comments.Select(comment => comment.Body),
            .. project.GitHub.Exchanges.Select(exchange => $"{exchange.Path} {exchange.Body}"),
        ]);
        shown.ShouldContain("helm");
        foreach (var secret in secrets)
            shown.ShouldNotContain(secret, Case.Sensitive);
    }
}
