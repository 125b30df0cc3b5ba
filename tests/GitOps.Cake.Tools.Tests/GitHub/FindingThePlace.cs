using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>The table of CI systems: which commit a report goes to.</summary>
public sealed class FindingThePlace : PlaceTests
{
    /// <summary>Name, variables, and what is expected: repository, SHA, branch, base, pull request, fork.</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        { "GitHub Actions: push", $"GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_REPOSITORY=o/n GITHUB_SHA={Tip} GITHUB_REF=refs/heads/main GITHUB_RUN_ID=7 GITHUB_RUN_ATTEMPT=2", $"o/n {Tip} main - - False https://github.com/o/n/actions/runs/7 2" },
        { "GitLab CI: push", $"GITLAB_CI=true CI_COMMIT_SHA={Tip} CI_COMMIT_REF_NAME=main GITHUB_REPOSITORY=o/n CI_PIPELINE_URL=https://gitlab.example/p/1", $"o/n {Tip} main - - False https://gitlab.example/p/1 1" },
        { "GitLab CI: pull request", $"GITLAB_CI=true CI_COMMIT_SHA={Merge} CI_EXTERNAL_PULL_REQUEST_IID=5 CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA={PullHead} CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME=topic CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME=main CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY=o/n CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY=x/n", $"o/n {PullHead} topic main 5 True - 1" },
        { "Azure Pipelines: push", $"TF_BUILD=True BUILD_SOURCEVERSION={Tip} BUILD_SOURCEBRANCH=refs/heads/main BUILD_REPOSITORY_NAME=o/n BUILD_REPOSITORY_PROVIDER=GitHub SYSTEM_COLLECTIONURI=https://dev.azure.com/org/ SYSTEM_TEAMPROJECT=p BUILD_BUILDID=9", $"o/n {Tip} main - - False https://dev.azure.com/org/p/_build/results?buildId=9 1" },
        { "Azure Pipelines: pull request", $"TF_BUILD=True BUILD_SOURCEVERSION={Merge} BUILD_SOURCEBRANCH=refs/pull/5/merge BUILD_REASON=PullRequest SYSTEM_PULLREQUEST_SOURCECOMMITID={PullHead} SYSTEM_PULLREQUEST_SOURCEBRANCH=topic SYSTEM_PULLREQUEST_TARGETBRANCH=main SYSTEM_PULLREQUEST_PULLREQUESTNUMBER=5 SYSTEM_PULLREQUEST_PULLREQUESTID=4711 SYSTEM_PULLREQUEST_ISFORK=False BUILD_REPOSITORY_NAME=o/n", $"o/n {PullHead} topic main 5 False - 1" },
        { "Jenkins: push", $"JENKINS_URL=https://j/ GIT_COMMIT={Tip} GIT_URL=https://github.com/o/n.git BRANCH_NAME=main BUILD_URL=https://j/1/", $"o/n {Tip} main - - False https://j/1/ 1" },
        { "Jenkins: pull request builder", $"JENKINS_URL=https://j/ GIT_COMMIT={Merge} ghprbActualCommit={PullHead} ghprbPullId=5 ghprbGhRepository=o/n ghprbSourceBranch=topic ghprbTargetBranch=main", $"o/n {PullHead} topic main 5 False - 1" },
        { "CircleCI: push", $"CIRCLECI=true CIRCLE_SHA1={Tip} CIRCLE_BRANCH=main CIRCLE_PROJECT_USERNAME=o CIRCLE_PROJECT_REPONAME=n CIRCLE_BUILD_URL=https://c/1", $"o/n {Tip} main - - False https://c/1 1" },
        { "CircleCI: pull request", $"CIRCLECI=true CIRCLE_SHA1={PullHead} CIRCLE_BRANCH=topic CIRCLE_PROJECT_USERNAME=o CIRCLE_PROJECT_REPONAME=n CIRCLE_PULL_REQUEST=https://github.com/o/n/pull/5", $"o/n {PullHead} topic - 5 False - 1" },
        { "CircleCI: fork", $"CIRCLECI=true CIRCLE_SHA1={PullHead} CIRCLE_BRANCH=pull/5 CIRCLE_PROJECT_USERNAME=o CIRCLE_PROJECT_REPONAME=n CIRCLE_PR_NUMBER=5 CIRCLE_PR_REPONAME=n CIRCLE_PR_USERNAME=x", $"o/n {PullHead} - - 5 True - 1" },
        { "TeamCity: push", $"TEAMCITY_VERSION=2025 BUILD_VCS_NUMBER={Tip} Git_Branch=refs/heads/main GITHUB_REPOSITORY=o/n", $"o/n {Tip} main - - False - 1" },
        { "Bitbucket: push", $"BITBUCKET_BUILD_NUMBER=3 BITBUCKET_COMMIT={Tip} BITBUCKET_BRANCH=main GITHUB_REPOSITORY=o/n", $"o/n {Tip} main - - False - 1" },
        { "Bitbucket: pull request", $"BITBUCKET_BUILD_NUMBER=3 BITBUCKET_COMMIT={PullHead} BITBUCKET_BRANCH=topic BITBUCKET_PR_ID=5 BITBUCKET_PR_DESTINATION_BRANCH=main GITHUB_REPOSITORY=o/n", $"o/n {PullHead} topic main - False - 1" },
        { "Buildkite: push", $"BUILDKITE=true BUILDKITE_COMMIT={Tip} BUILDKITE_BRANCH=main BUILDKITE_PULL_REQUEST=false BUILDKITE_REPO=git@github.com:o/n.git BUILDKITE_BUILD_URL=https://b/1", $"o/n {Tip} main - - False https://b/1 1" },
        { "Buildkite: pull request", $"BUILDKITE=true BUILDKITE_COMMIT={PullHead} BUILDKITE_BRANCH=topic BUILDKITE_PULL_REQUEST=5 BUILDKITE_PULL_REQUEST_BASE_BRANCH=main BUILDKITE_REPO=git@github.com:o/n.git BUILDKITE_PULL_REQUEST_REPO=https://github.com/x/n.git", $"o/n {PullHead} topic main 5 True - 1" },
        { "Travis: push", $"TRAVIS=true TRAVIS_COMMIT={Tip} TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST=false TRAVIS_REPO_SLUG=o/n", $"o/n {Tip} main - - False - 1" },
        { "Travis: pull request", $"TRAVIS=true TRAVIS_COMMIT={Merge} TRAVIS_PULL_REQUEST_SHA={PullHead} TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST_BRANCH=topic TRAVIS_PULL_REQUEST=5 TRAVIS_PULL_REQUEST_SLUG=o/n TRAVIS_REPO_SLUG=o/n", $"o/n {PullHead} topic main 5 False - 1" },
        { "AppVeyor: push", $"APPVEYOR=True APPVEYOR_REPO_COMMIT={Tip} APPVEYOR_REPO_BRANCH=main APPVEYOR_REPO_NAME=o/n", $"o/n {Tip} main - - False - 1" },
        { "AppVeyor: pull request", $"APPVEYOR=True APPVEYOR_REPO_COMMIT={Merge} APPVEYOR_PULL_REQUEST_HEAD_COMMIT={PullHead} APPVEYOR_REPO_BRANCH=main APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH=topic APPVEYOR_PULL_REQUEST_NUMBER=5 APPVEYOR_REPO_NAME=o/n APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME=x/n", $"o/n {PullHead} topic main 5 True - 1" },
        { "Drone: push", $"DRONE=true DRONE_COMMIT_SHA={Tip} DRONE_BRANCH=main DRONE_REPO=o/n DRONE_BUILD_LINK=https://d/1", $"o/n {Tip} main - - False https://d/1 1" },
        { "Drone: pull request", $"DRONE=true DRONE_COMMIT_SHA={PullHead} DRONE_BRANCH=main DRONE_SOURCE_BRANCH=topic DRONE_TARGET_BRANCH=main DRONE_PULL_REQUEST=5 DRONE_REPO=o/n", $"o/n {PullHead} topic main 5 False - 1" },
        { "Woodpecker: push", $"CI=woodpecker CI_COMMIT_SHA={Tip} CI_COMMIT_BRANCH=main CI_REPO=o/n CI_PIPELINE_URL=https://w/1", $"o/n {Tip} main - - False https://w/1 1" },
        { "Woodpecker: pull request", $"CI_SYSTEM_NAME=woodpecker CI=woodpecker CI_COMMIT_SHA={PullHead} CI_COMMIT_BRANCH=main CI_COMMIT_SOURCE_BRANCH=topic CI_COMMIT_TARGET_BRANCH=main CI_COMMIT_PULL_REQUEST=5 CI_REPO=o/n", $"o/n {PullHead} topic main 5 False - 1" },
        { "Argo Workflows: options", $"ARGO_NODE_ID=n1 --repository=o/n --sha={Tip} --branch=main --run-url=https://argo/1", $"o/n {Tip} main - - False https://argo/1 1" },
        { "GitHub Actions: merge queue", $"GITHUB_ACTIONS=true GITHUB_EVENT_NAME=merge_group GITHUB_REPOSITORY=o/n GITHUB_SHA={Tip} GITHUB_REF=refs/heads/gh-readonly-queue/main/pr-5-{PullHead}", $"o/n {Tip} gh-readonly-queue/main/pr-5-{PullHead} - - False - 1" },
        { "Argo Workflows: pull request by options", $"ARGO_NODE_ID=n1 --repository=o/n --sha={PullHead} --pull-request=5 --branch=topic", $"o/n {PullHead} topic - 5 False - 1" },
        { "Concourse: push, GITHUB_SHA", $"GITHUB_REPOSITORY=o/n GITHUB_SHA={Tip} --branch=main", $"o/n {Tip} main - - False - 1" },
        { "GitHub Actions: tag", $"GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_REPOSITORY=o/n GITHUB_SHA={Tip} GITHUB_REF=refs/tags/v1", $"o/n {Tip} - - - False - 1" },
        { "GitLab CI: tag", $"GITLAB_CI=true CI_COMMIT_SHA={Tip} CI_COMMIT_REF_NAME=v1 CI_COMMIT_TAG=v1 GITHUB_REPOSITORY=o/n", $"o/n {Tip} - - - False - 1" },
        { "GitLab CI: merge request of a fork", $"GITLAB_CI=true CI_COMMIT_SHA={PullHead} CI_COMMIT_REF_NAME=topic CI_MERGE_REQUEST_IID=5 CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=topic CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main CI_MERGE_REQUEST_PROJECT_ID=1 CI_MERGE_REQUEST_SOURCE_PROJECT_ID=2 GITHUB_REPOSITORY=o/n", $"o/n {PullHead} topic main - True - 1" },
        { "GitLab CI: merge request", $"GITLAB_CI=true CI_COMMIT_SHA={PullHead} CI_COMMIT_REF_NAME=topic CI_MERGE_REQUEST_IID=5 CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=topic CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main CI_MERGE_REQUEST_PROJECT_ID=1 CI_MERGE_REQUEST_SOURCE_PROJECT_ID=1 GITHUB_REPOSITORY=o/n", $"o/n {PullHead} topic main - False - 1" },
        { "Azure Pipelines: tag", $"TF_BUILD=True BUILD_SOURCEVERSION={Tip} BUILD_SOURCEBRANCH=refs/tags/main BUILD_REPOSITORY_NAME=o/n", $"o/n {Tip} - - - False - 1" },
        { "Jenkins: tag", $"JENKINS_URL=https://j/ GIT_COMMIT={Tip} GIT_URL=https://github.com/o/n.git BRANCH_NAME=v1 TAG_NAME=v1", $"o/n {Tip} - - - False - 1" },
        { "CircleCI: tag", $"CIRCLECI=true CIRCLE_SHA1={Tip} CIRCLE_TAG=v1 CIRCLE_PROJECT_USERNAME=o CIRCLE_PROJECT_REPONAME=n", $"o/n {Tip} - - - False - 1" },
        { "Bitbucket: tag", $"BITBUCKET_BUILD_NUMBER=3 BITBUCKET_COMMIT={Tip} BITBUCKET_TAG=v1 GITHUB_REPOSITORY=o/n", $"o/n {Tip} - - - False - 1" },
        { "Buildkite: tag", $"BUILDKITE=true BUILDKITE_COMMIT={Tip} BUILDKITE_BRANCH=main BUILDKITE_TAG=main BUILDKITE_PULL_REQUEST=false BUILDKITE_REPO=git@github.com:o/n.git", $"o/n {Tip} - - - False - 1" },
        { "Travis: tag", $"TRAVIS=true TRAVIS_COMMIT={Tip} TRAVIS_BRANCH=main TRAVIS_TAG=main TRAVIS_PULL_REQUEST=false TRAVIS_REPO_SLUG=o/n", $"o/n {Tip} - - - False - 1" },
        { "AppVeyor: tag", $"APPVEYOR=True APPVEYOR_REPO_COMMIT={Tip} APPVEYOR_REPO_BRANCH=main APPVEYOR_REPO_TAG=true APPVEYOR_REPO_TAG_NAME=main APPVEYOR_REPO_NAME=o/n", $"o/n {Tip} - - - False - 1" },
        { "AppVeyor: push that is no tag", $"APPVEYOR=True APPVEYOR_REPO_COMMIT={Tip} APPVEYOR_REPO_BRANCH=main APPVEYOR_REPO_TAG=false APPVEYOR_REPO_NAME=o/n", $"o/n {Tip} main - - False - 1" },
        { "Drone: tag", $"DRONE=true DRONE_COMMIT_SHA={Tip} DRONE_BRANCH=main DRONE_TAG=main DRONE_REPO=o/n", $"o/n {Tip} - - - False - 1" },
        { "Woodpecker: tag", $"CI=woodpecker CI_COMMIT_SHA={Tip} CI_COMMIT_BRANCH=main CI_COMMIT_TAG=main CI_REPO=o/n", $"o/n {Tip} - - - False - 1" },
        { "Nothing known: options", $"--repository=o/n --sha={Tip}", $"o/n {Tip} - - - False - 1" },
        { "Options before everything", $"TRAVIS=true TRAVIS_COMMIT={Merge} TRAVIS_PULL_REQUEST=5 TRAVIS_PULL_REQUEST_SHA={PullHead} TRAVIS_REPO_SLUG=x/y --repository=o/n --sha={Tip}", $"o/n {Tip} - - 5 False - 1" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_report_goes_to_the_right_commit(string system, string given, string expected)
    {
        var place = await Run(given).PlaceAsync(Stop);

        string.Join(' ', place.Repository, place.Sha, place.Branch ?? "-", place.BaseBranch ?? "-", place.PullRequest?.ToString() ?? "-", place.IsFork, place.RunUrl ?? "-", place.Attempt)
            .ShouldBe(expected, system);
        place.Reasons.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("JENKINS_URL=https://j/ GIT_COMMIT={0} GIT_URL=https://github.com/owner/name CHANGE_ID=1 CHANGE_TARGET=main")]
    [InlineData("TEAMCITY_VERSION=2025 BUILD_VCS_NUMBER={0} Git_Branch=refs/pull/1/merge GITHUB_REPOSITORY=owner/name")]
    [InlineData("GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={0} GITHUB_REF=refs/pull/1/merge GITHUB_REPOSITORY=owner/name")]
    [InlineData("GITHUB_REPOSITORY=owner/name --pull-request=1")]
    public async Task Where_the_system_knows_a_merge_only_GitHub_is_asked_for_the_head(string given)
    {
        var head = Bench.Repo.Push("topic");
        Bench.Repo.OpenPullRequest("topic");
        var token = Bench.GitHub.AddUser("somebody");
        var run = Run($"{given.Replace("{0}", Merge, StringComparison.Ordinal)} GITHUB_API_URL={FakeGitHub.Api} GITHUB_TOKEN={token}");

        var place = await Bench.Wait(run.PlaceAsync(Stop));

        place.Sha.ShouldBe(head);
        place.BaseBranch.ShouldBe("main");
        place.Reasons.ShouldContain(reason => reason.Contains("the head of pull request 1 as GitHub knows it"));
    }

    [Theory]
    [InlineData("JENKINS_URL=https://j/ GIT_URL=https://github.com/o/n CHANGE_ID=1")]
    [InlineData("TRAVIS=true TRAVIS_PULL_REQUEST=5 TRAVIS_REPO_SLUG=o/n")]
    [InlineData("ARGO_NODE_ID=n1 --repository=o/n")]
    public async Task What_cannot_be_told_is_an_error_that_says_what_to_set(string given) =>
        (await Should.ThrowAsync<InvalidSettingsException>(() => Run(given).PlaceAsync(Stop))).Message.ShouldContain("(--sha)");

    [Fact]
    public async Task Concourses_pull_request_resource_is_read_from_its_files()
    {
        var folder = Bench.Folder.CreateSubdirectory(".git/resource");
        foreach (var (name, text) in new[] { ("head_sha", PullHead), ("pr", "5"), ("head_name", "topic"), ("base_name", "main") })
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), $"{text}\n", Stop);

        var place = await Run("--repository=o/n").PlaceAsync(Stop);

        (place.System, place.Sha, place.PullRequest, place.Branch, place.BaseBranch).ShouldBe(("Concourse", PullHead, 5, "topic", "main"));
    }

    [Theory]
    [InlineData("commit", "main", "main")]
    [InlineData("ref", "main,release", null)]
    public async Task Concourses_git_resource_is_read_from_its_files(string file, string branches, string? branch)
    {
        var folder = Bench.Folder.CreateSubdirectory(".git");
        foreach (var (name, text) in new[] { (file, Tip), ("short_ref", Tip[..7]), ("branch", branches) })
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), $"{text}\n", Stop);

        var run = Run("--repository=o/n");
        var place = await run.PlaceAsync(Stop);

        (place.System, place.Sha, place.PullRequest, place.Branch).ShouldBe(("Concourse", Tip, null, branch));
        run.IsInCi.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Tip, Tip)]
    [InlineData(NoSha, null)]
    public async Task What_was_pushed_to_before_GitLab_tells_and_zeros_are_no_commit(string before, string? expected)
    {
        foreach (var (name, value) in new[] { ("GITLAB_CI", "true"), ("CI_COMMIT_SHA", PullHead), ("CI_COMMIT_REF_NAME", "main"), ("CI_COMMIT_BEFORE_SHA", before) })
            Bench.Variables[name] = value;

        (await Run("--repository=o/n").PlaceAsync(Stop)).Before.ShouldBe(expected);
    }
}
