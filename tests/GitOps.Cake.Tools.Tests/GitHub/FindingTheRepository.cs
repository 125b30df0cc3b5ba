namespace GitOps.Cake.Tests.GitHub;

/// <summary>Which server a repository is on, and what git tells where no CI system does.</summary>
public sealed class FindingTheRepository : PlaceTests
{
    [Theory]
    [InlineData("JENKINS_URL=https://j/ GIT_COMMIT={0} GIT_URL=https://gitlab.com/o/n.git")]
    [InlineData("BUILDKITE=true BUILDKITE_COMMIT={0} BUILDKITE_BRANCH=main BUILDKITE_REPO=git@bitbucket.org:o/n.git")]
    [InlineData("CIRCLECI=true CIRCLE_SHA1={0} CIRCLE_PROJECT_USERNAME=o CIRCLE_PROJECT_REPONAME=n CIRCLE_REPOSITORY_URL=git@bitbucket.org:o/n.git")]
    [InlineData("CI=woodpecker CI_COMMIT_SHA={0} CI_REPO=o/n CI_REPO_CLONE_URL=https://codeberg.org/o/n.git")]
    [InlineData("DRONE=true DRONE_COMMIT_SHA={0} DRONE_REPO=o/n DRONE_GIT_HTTP_URL=https://gitea.example/o/n.git")]
    [InlineData("GITLAB_CI=true CI_COMMIT_SHA={0} CI_COMMIT_REF_NAME=main")]
    public async Task A_repository_of_the_same_name_on_another_server_is_not_GitHubs(string given)
    {
        await Git("init", "-q", "-b", "main");
        await Git("remote", "add", "origin", "https://gitlab.com/o/n.git");

        (await Should.ThrowAsync<InvalidSettingsException>(() => Run(given.Replace("{0}", Tip, StringComparison.Ordinal)).PlaceAsync(Stop))).Message.ShouldContain("--repository=owner/name");
    }

    [Theory]
    [InlineData("git@github.com:o/n.git", "")]
    [InlineData("ssh://git@ssh.github.com:443/o/n.git", "")]
    [InlineData("git@github-of-work:o/n.git", "")]
    [InlineData("https://git.corp.example/o/n", "GITHUB_API_URL=https://git.corp.example/api/v3")]
    [InlineData("https://octo.ghe.com/o/n", "GITHUB_API_URL=https://api.octo.ghe.com")]
    public async Task Every_other_server_may_be_GitHubs(string origin, string given)
    {
        await Git("init", "-q", "-b", "main");
        await Git("remote", "add", "origin", origin);
        await Git("commit", "-q", "--allow-empty", "-m", "one");

        (await Run(given).PlaceAsync(Stop)).Repository.ShouldBe("o/n");
    }

    [Theory]
    [InlineData("https://ghes.example.com/o/n.git", "set GITHUB_API_URL=https://ghes.example.com/api/v3;")]
    [InlineData("git@octocorp.ghe.com:o/n.git", "set GITHUB_API_URL=https://api.octocorp.ghe.com;")]
    [InlineData("https://github.com/o/n.git", null)]
    [InlineData("git@github.com-work:o/n.git", null)]
    [InlineData("git@work:o/n.git", null)]
    public async Task A_repository_on_a_server_whose_API_nothing_names_is_told_before_anything_is_asked(string address, string? advice)
    {
        foreach (var (name, value) in new[] { ("BUILDKITE", "true"), ("BUILDKITE_COMMIT", Tip), ("BUILDKITE_BRANCH", "main"), ("BUILDKITE_REPO", address), ("GITHUB_TOKEN", "x"), ("GITHUB_API_URL", "https://named.example/api/v3") })
            Bench.Variables[name] = value;

        await Run("").PlaceAsync(Stop);
        Bench.Log.Warnings.ShouldBeEmpty();

        Bench.Variables.Remove("GITHUB_API_URL");
        await Run("").PlaceAsync(Stop);
        if (advice is null)
            Bench.Log.Warnings.ShouldBeEmpty();
        else
            Bench.Log.Warnings.ShouldHaveSingleItem().ShouldContain(advice);
    }

    [Fact]
    public async Task On_a_laptop_git_tells_and_a_merge_is_no_obstacle()
    {
        await Git("init", "-q", "-b", "main");
        await Git("remote", "add", "origin", "git@github.com:o/n.git");
        await Git("commit", "-q", "--allow-empty", "-m", "one");
        await Git("checkout", "-q", "-b", "topic");
        await Git("commit", "-q", "--allow-empty", "-m", "two");
        await Git("checkout", "-q", "main");
        await Git("merge", "-q", "--no-ff", "-m", "merge", "topic");
        var head = (await Git("rev-parse", "HEAD")).Trim();

        var place = await Run("").PlaceAsync(Stop);
        (place.System, place.Repository, place.Sha).ShouldBe(("this machine", "o/n", head));

        // A pull request's merge that a CI system made, without a way to its head.
        var error = await Should.ThrowAsync<InvalidSettingsException>(() => Run($"JENKINS_URL=https://j/ GIT_COMMIT={head} CHANGE_ID=1").PlaceAsync(Stop));
        error.Message.ShouldContain("builds pull request 1 as a merge of its own");

        // The same system with a strategy that takes the head as it is.
        var tip = (await Git("rev-parse", "topic")).Trim();
        (await Run($"JENKINS_URL=https://j/ GIT_COMMIT={tip} CHANGE_ID=1").PlaceAsync(Stop)).Sha.ShouldBe(tip);
    }
}
