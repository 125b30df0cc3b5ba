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

    [Fact]
    public async Task A_path_out_of_the_repository_is_refused() =>
        (await Should.ThrowAsync<InvalidSettingsException>(() => Open(("../secret", "x")))).Message.ShouldContain("../secret");

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
