using System.Collections.Immutable;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.PullRequests;

namespace GitOps.Cake.Tests.GitHub;

public sealed class OpeningPullRequests : IDisposable
{
    private readonly GitHubBench _bench = new();

    public OpeningPullRequests() => _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("somebody");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_opened_updated_and_closed_when_there_is_nothing_to_change()
    {
        var opened = await Open(("values/web.yaml", "tag: 1\n"));
        opened.IsOpen.ShouldBeTrue();
        _bench.Repo.File("update", "values/web.yaml").ShouldBe("tag: 1\n");
        _bench.Repo.File("main", "values/web.yaml").ShouldBeNull();

        var head = _bench.Repo.Head("update");
        (await Open(("values/web.yaml", "tag: 1\n"))).Number.ShouldBe(opened.Number);
        _bench.Repo.Head("update").ShouldBe(head);

        (await Open(("values/web.yaml", "tag: 2\n"))).Number.ShouldBe(opened.Number);
        _bench.Repo.File("update", "values/web.yaml").ShouldBe("tag: 2\n");

        var closed = await Open(("values/web.yaml", null));
        closed.IsOpen.ShouldBeFalse();
        _bench.Repo.IsOpen(opened.Number!.Value).ShouldBeFalse();
        _bench.Repo.HasBranch("update").ShouldBeFalse();
    }

    [Theory]
    [InlineData("values/web.yaml", false)]
    [InlineData(".github/workflows/deploy.yaml", true)]
    public async Task An_App_may_write_files_of_workflows_only_where_there_are_any(string path, bool mayWriteWorkflows)
    {
        _bench.Variables.Remove("GITHUB_TOKEN");
        var app = _bench.GitHub.AddApp("updater", GitHubBench.Repository, "contents=write", "pull_requests=write", "workflows=write");
        _bench.Variables["GITOPS_GITHUB_APP"] = app.ClientId;
        _bench.Variables["GITOPS_GITHUB_APP_PRIVATE_KEY"] = app.PrivateKey;

        await Open((path, "a: 1\n"));

        _bench.GitHub.Exchanges.Last(exchange => exchange.Path.EndsWith("access_tokens", StringComparison.Ordinal)).Body!
            .Contains("workflows", StringComparison.Ordinal).ShouldBe(mayWriteWorkflows);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("values/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData(".git/config")]
    [InlineData("sub/.GIT/config")]
    [InlineData("a//b")]
    [InlineData("")]
    public async Task A_path_out_of_the_repository_is_refused(string path) =>
        (await Should.ThrowAsync<InvalidSettingsException>(() => Open((path, "x")))).Message.ShouldContain(path);

    [Theory]
    [InlineData("values/my values.yaml")]
    [InlineData("Werte/Grüße 😀.yaml")]
    [InlineData("a#b?c%20d.yaml")]
    public async Task Every_other_name_is_a_files(string path)
    {
        await Open((path, "tag: ü\n"));
        _bench.Repo.File("update", path).ShouldBe("tag: ü\n");
    }

    [Theory]
    [InlineData("main", null, "to be merged into")]
    [InlineData("release", "release", "to be merged into")]
    [InlineData("main", "release", "the default branch of owner/name")]
    public async Task The_base_and_the_default_branch_are_never_moved_nor_removed(string branch, string? target, string problem)
    {
        var head = _bench.Repo.Head("main");
        _bench.Repo.Push("release");

        foreach (var content in (string?[])["x", null])
        {
            var settings = new PullRequestSettings { Branch = branch, Title = "t", BaseBranch = target, Files = ImmutableDictionary<string, string?>.Empty.Add("a", content) };
            (await Should.ThrowAsync<InvalidSettingsException>(() => _bench.Wait(new PullRequestReporter(_bench.Run()).OpenAsync(settings, Stop)))).Message.ShouldContain(problem);
        }

        _bench.Repo.Head("main").ShouldBe(head);
        _bench.Repo.HasBranch("release").ShouldBeTrue();
        _bench.GitHub.Exchanges.ShouldAllBe(exchange => exchange.Method == "GET");
    }

    [Fact]
    public async Task A_script_stays_one_that_can_be_started()
    {
        _bench.Repo.Write("main", "deploy/run.sh", "#!/bin/sh\n", executable: true);

        await Open(("deploy/run.sh", "#!/bin/sh\nset -e\n"), ("deploy/new.yaml", "a: 1\n"));

        _bench.Repo.IsExecutable("update", "deploy/run.sh").ShouldBeTrue();
        _bench.Repo.IsExecutable("update", "deploy/new.yaml").ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_is_removed_where_it_is_there_and_a_folder_is_refused()
    {
        _bench.Repo.Write("main", "values/old.yaml", "a: 1\n");
        _bench.Repo.Write("main", "values/kept.yaml", "a: 1\n");

        await Open(("values/old.yaml", null), ("values/never.yaml", null), ("nowhere/at/all.yaml", null));

        _bench.Repo.File("update", "values/old.yaml").ShouldBeNull();
        _bench.Repo.File("update", "values/kept.yaml").ShouldNotBeNull();
        (await Should.ThrowAsync<InvalidSettingsException>(() => Open(("values", null)))).Message.ShouldContain("Name the files in it.");
    }

    [Fact]
    public async Task Where_the_base_moved_the_branch_follows_it()
    {
        await Open(("a.yaml", "tag: 2\n"));
        _bench.Repo.Write("main", "b.yaml", "new\n");

        await Open(("a.yaml", "tag: 2\n"));

        _bench.Repo.File("update", "a.yaml").ShouldBe("tag: 2\n");
        _bench.Repo.File("update", "b.yaml").ShouldBe("new\n");
    }

    [Fact]
    public async Task What_was_on_the_branch_before_gives_way()
    {
        _bench.Repo.Write("update", "other.yaml", "old\n");

        await Open(("a.yaml", "tag: 2\n"));

        _bench.Repo.File("update", "other.yaml").ShouldBeNull();
        _bench.Repo.File("update", "a.yaml").ShouldBe("tag: 2\n");
    }

    [Fact]
    public async Task An_open_pull_request_to_another_base_goes_to_the_one_that_is_wanted_now_and_is_changed_no_more_after_that()
    {
        _bench.Repo.Push("release");
        await Open(("a.yaml", "tag: 2\n"));
        var settings = new PullRequestSettings
        {
            Branch = "update",
            Title = "Update",
            BaseBranch = "release",
            Body = $"{new string('x', 64_998)}😀😀",
            Files = ImmutableDictionary<string, string?>.Empty.Add("a.yaml", "tag: 2\n"),
        };

        for (var count = 0; count < 2; count++)
            await _bench.Wait(new PullRequestReporter(_bench.Run()).OpenAsync(settings, Stop));

        _bench.Repo.PullRequests.ShouldHaveSingleItem();
        var changes = _bench.GitHub.Exchanges.Where(exchange => exchange.Method == "PATCH" && exchange.Path.Contains("/pulls/", StringComparison.Ordinal)).ToList();
        changes.ShouldHaveSingleItem().Body.ShouldNotBeNull().ShouldContain("\"base\":\"release\"");
    }

    [Fact]
    public async Task Without_a_token_it_is_said_what_would_be_done()
    {
        _bench.Variables.Remove("GITHUB_TOKEN");
        (await Open(("a", "b"))).Number.ShouldBeNull();
        _bench.Log.Lines.ShouldHaveSingleItem().ShouldContain("would open or update a pull request of the branch update");
    }

    public void Dispose() => _bench.Dispose();

    private Task<OpenedPullRequest> Open(params (string Path, string? Content)[] files) => _bench.Wait(new PullRequestReporter(_bench.Run()).OpenAsync(
        new() { Branch = "update", Title = "Update", Files = files.ToImmutableDictionary(file => file.Path, file => file.Content) }, Stop));
}
