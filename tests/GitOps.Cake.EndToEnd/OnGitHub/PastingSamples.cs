using System.Text.RegularExpressions;
using GitOps.Cake.EndToEnd.Deploying;

namespace GitOps.Cake.EndToEnd.OnGitHub;

/// <summary>The command lines of the files to paste, run as they stand where their CI systems would run them: of a pull request, then of the merge.</summary>
public partial class PastingSamples(SharedCluster shared)
{
    private const string PullRequestSha = "PULL-HEAD";
    private const string MergedSha = "MERGED";

    /// <summary>A file, and the variables of a pull request and of a push; a test merge stands where the system has one.</summary>
    public static TheoryData<string, string, string> Samples => new()
    {
        {
            "github-actions.yml",
            "GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_REPOSITORY=owner/name GITHUB_SHA=2222222222222222222222222222222222222222 GITHUB_REF=refs/pull/1/merge GITHUB_RUN_ID=1 GITHUB_SERVER_URL=https://github.example",
            "GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_REPOSITORY=owner/name GITHUB_SHA=MERGED GITHUB_REF=refs/heads/main GITHUB_RUN_ID=2 GITHUB_SERVER_URL=https://github.example"
        },
        {
            "gitlab-ci.yml",
            "GITLAB_CI=true CI_COMMIT_SHA=2222222222222222222222222222222222222222 CI_EXTERNAL_PULL_REQUEST_IID=1 CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA=PULL-HEAD CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME=main CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY=owner/name CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY=owner/name",
            "GITLAB_CI=true CI_COMMIT_SHA=MERGED CI_COMMIT_REF_NAME=main GITHUB_REPOSITORY=owner/name"
        },
        {
            "azure-pipelines.yml",
            "TF_BUILD=True BUILD_SOURCEVERSION=2222222222222222222222222222222222222222 BUILD_REASON=PullRequest SYSTEM_PULLREQUEST_SOURCECOMMITID=PULL-HEAD SYSTEM_PULLREQUEST_TARGETBRANCH=main SYSTEM_PULLREQUEST_PULLREQUESTNUMBER=1 SYSTEM_PULLREQUEST_ISFORK=False BUILD_REPOSITORY_NAME=owner/name BUILD_REPOSITORY_PROVIDER=GitHub",
            "TF_BUILD=True BUILD_SOURCEVERSION=MERGED BUILD_SOURCEBRANCH=refs/heads/main BUILD_REPOSITORY_NAME=owner/name BUILD_REPOSITORY_PROVIDER=GitHub"
        },
        {
            "Jenkinsfile",
            "JENKINS_URL=https://j/ GIT_COMMIT=2222222222222222222222222222222222222222 GIT_URL=https://github.com/owner/name.git CHANGE_ID=1 CHANGE_TARGET=main",
            "JENKINS_URL=https://j/ GIT_COMMIT=MERGED GIT_URL=https://github.com/owner/name.git BRANCH_NAME=main"
        },
        {
            "concourse.yml",
            "GITHUB_REPOSITORY=owner/name",
            "GITHUB_REPOSITORY=owner/name GITHUB_SHA=MERGED"
        },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Both_lines_do_what_they_are_for(string file, string pullRequest, string push)
    {
        using var project = new GitHubProject(await shared.GetAsync());
        project.Variables["GITHUB_TOKEN"] = project.GitHub.AddUser("somebody");
        var lines = Lines(file);
        var pull = project.Repo.OpenPullRequest("topic");
        var head = project.Repo.Head("topic");
        if (file == "concourse.yml")
            project.Write(".git/resource/head_sha", head).Write(".git/resource/pr", $"{pull}").Write(".git/resource/base_name", "main");

        (await project.RunAsync(lines[0], Place(pullRequest.Replace(PullRequestSha, head, StringComparison.Ordinal)))).ShouldSucceed();

        project.Repo.Comments(pull).ShouldHaveSingleItem().Body.ShouldContain("1 to install");
        project.Repo.Statuses(head).Select(status => (status.Context, status.State)).ShouldBe(
            [("gitops/diff/deploy/helmfile.yaml:staging", "success"), ("gitops/plan/deploy/helmfile.yaml:staging", "success")], ignoreOrder: true);

        if (Directory.Exists(Path.Combine(project.Folder, ".git", "resource")))
            Directory.Delete(Path.Combine(project.Folder, ".git", "resource"), recursive: true);

        var merged = project.Repo.MergePullRequest(pull);
        var applied = (await project.RunAsync(lines[1], Place(push.Replace(MergedSha, merged, StringComparison.Ordinal)))).ShouldSucceed();

        applied.Output.ShouldContain($"Pull request {pull} was merged with the plan ");
        project.Repo.Statuses(merged).ShouldHaveSingleItem().State.ShouldBe("success");
        project.Repo.Comments(pull).Length.ShouldBe(2);
        project.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress", "success"]);
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldContain("web");
    }

    [Fact]
    public async Task What_a_fork_brings_is_rendered_by_a_run_that_may_only_read_and_shown_by_the_second_workflow()
    {
        using var project = new GitHubProject(await shared.GetAsync());
        var pull = project.Repo.OpenPullRequest("topic", fork: "stranger/name");
        var head = project.Repo.Head("topic");
        project.Variables["GITHUB_TOKEN"] = project.GitHub.AddActionsToken(GitHubProject.Repository, "contents=read", "statuses=read", "pull_requests=read", "checks=read");
        project.Write("fork.json", $$$"""
            {"pull_request": {"number": {{{pull}}}, "head": {"sha": "{{{head}}}", "ref": "topic", "repo": {"full_name": "stranger/name"}}, "base": {"ref": "main", "repo": {"full_name": "owner/name"} } } }
            """);
        const string common = "GITHUB_ACTIONS=true GITHUB_REPOSITORY=owner/name GITHUB_SERVER_URL=https://github.example";
        (await project.RunAsync(Lines("github-actions.yml")[0], Place($"{common} GITHUB_EVENT_NAME=pull_request GITHUB_SHA={new string('2', 40)} GITHUB_RUN_ID=1 GITHUB_EVENT_PATH={project.Folder}/fork.json")))
            .ShouldSucceed();
        project.Repo.Comments(pull).ShouldBeEmpty();

        project.Variables["GITHUB_TOKEN"] = project.GitHub.AddActionsToken(GitHubProject.Repository, "contents=read", "pull_requests=write", "actions=read");
        project.Write("second.json", $$$"""
            {"workflow_run": {"head_sha": "{{{head}}}", "head_branch": "topic", "head_repository": {"full_name": "stranger/name"}, "pull_requests": []}, "repository": {"full_name": "owner/name"}}
            """);
        var main = project.Repo.Head("main");
        (await project.RunAsync(Lines("github-actions-forks.yml")[0], Place($"{common} GITHUB_EVENT_NAME=workflow_run GITHUB_SHA={main} GITHUB_RUN_ID=2 GITHUB_EVENT_PATH={project.Folder}/second.json")))
            .ShouldSucceed();

        var body = project.Repo.Comments(pull).ShouldHaveSingleItem().Body;
        body.ShouldContain("**This plan is partial and cannot be approved.**");
        body.ShouldContain($"ConfigMap {project.Namespace}/web");
    }

    private static List<string[]> Lines(string file) =>
        [.. Command().Matches(File.ReadAllText(ThisRepository.PathOf(Path.Combine("nuget", "ci", file)))).Select(match => match.Groups["words"].Value.Trim().Split(' '))];

    private static (string Name, string Value)[] Place(string variables) => [.. variables.Split(' ').Select(variable => variable.Split('=', 2)).Select(pair => (pair[0], pair[1]))];

    [GeneratedRegex(@"\./build\.sh(?<words>( --[^\s'""\]]+)+)")]
    private static partial Regex Command();
}
