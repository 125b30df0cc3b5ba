namespace GitOps.Cake.Tests.Sources;

public sealed class FetchingFromGit : IDisposable
{
    private readonly GitServer _server = new();
    private readonly Fetcher _fetcher = new();

    [Fact]
    public async Task Branches_tags_and_commits_are_fetched_once_and_kept()
    {
        var first = _server.Commit("dir/values.yaml", "v: 1\n", "HEAD:refs/tags/v1");
        var second = _server.Commit("dir/values.yaml", "v: 2\n");
        var address = $"git::http://{_server.Host}/org/repo.git@dir/values.yaml";

        (await _fetcher.ReadAsync($"{address}?ref=v1")).ShouldBe("v: 1\n");
        (await _fetcher.ReadAsync($"{address}?ref=main")).ShouldBe("v: 2\n");
        (await _fetcher.ReadAsync(address)).ShouldBe("v: 2\n");
        (await _fetcher.ReadAsync($"{address}?ref={first}")).ShouldBe("v: 1\n");
        (await _fetcher.ReadAsync($"{address}?ref={second[..10]}")).ShouldBe("v: 2\n");
        _fetcher.Cache.List().ShouldBe(["values"]);
        Directory.EnumerateDirectories(Path.Combine(_fetcher.Cache.Home, "values")).Select(Path.GetFileName).ShouldContain($"http_localhost{_server.Port}_org_repo_git.ref=v1");

        var requests = _server.Requests.Count;
        _server.Commit("dir/values.yaml", "v: 3\n");
        (await _fetcher.ReadAsync($"{address}?ref=main")).ShouldBe("v: 2\n");
        _server.Requests.Count.ShouldBe(requests);
        (await _fetcher.ReadAsync($"{address}?ref=main&cache=false")).ShouldBe("v: 3\n");
        _fetcher.Cache.Clean().ShouldBe(["values"]);
        (await _fetcher.ReadAsync($"{address}?ref=main")).ShouldBe("v: 3\n");
    }

    [Fact]
    public async Task A_reference_that_is_not_there_is_an_answer_and_leaves_nothing_behind()
    {
        _server.Commit("a", "a");

        (await _fetcher.FetchAsync($"git::http://{_server.Host}/org/repo.git@a?ref=gone")).ShouldBeNull();
        (await _fetcher.FetchAsync($"git::http://{_server.Host}/org/repo.git@a?ref=0123456789abcdef")).ShouldBeNull();

        Directory.EnumerateFileSystemEntries(Path.Combine(_fetcher.Cache.Home, "values")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_password_reaches_the_server_and_no_message_file_or_command_line()
    {
        using var server = new GitServer(("robot", "canary@1"));
        server.Commit("a", "secret text");

        (await _fetcher.ReadAsync($"git::http://robot:canary%401@{server.Host}/org/repo.git@a")).ShouldBe("secret text");
        var error = await _fetcher.ErrorAsync($"git::http://robot:canary-wrong@{server.Host}/org/repo.git@a?ref=main");

        error.ShouldContain($"git could not fetch git::http://{server.Host}/org/repo.git@a?ref=main");
        foreach (var text in _fetcher.Log.Lines.Append(error).Concat(Directory.EnumerateFileSystemEntries(_fetcher.Cache.Home, "*", SearchOption.AllDirectories)))
            text.ShouldNotContain("canary");
        Directory.EnumerateFileSystemEntries(Path.Combine(_fetcher.Cache.Home, "values"), ".git", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subfolder_stands_for_the_whole_and_a_local_repository_is_one_too()
    {
        _server.Commit("sub/a", "in sub");

        (await _fetcher.ReadAsync($"git::file://{_server.Bare}//sub@a")).ShouldBe("in sub");
    }

    [Fact]
    public async Task Links_that_lead_out_are_refused_and_others_are_followed()
    {
        _server.Commit("real", "text");
        File.CreateSymbolicLink(Path.Combine(_server.Work, "inside"), "real");
        _server.Push("HEAD:refs/heads/good");
        File.CreateSymbolicLink(Path.Combine(_server.Work, "outside"), "../../etc/passwd");
        _server.Push("HEAD:refs/heads/bad");

        (await _fetcher.ReadAsync($"git::http://{_server.Host}/org/repo.git@inside?ref=good")).ShouldBe("text");
        (await _fetcher.ErrorAsync($"git::http://{_server.Host}/org/repo.git@real?ref=bad")).ShouldContain("its link outside leads out of it");
        (await _fetcher.ErrorAsync($"git::http://{_server.Host}/org/repo.git@../../x?ref=good")).ShouldContain("leads out of what is fetched");
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        _server.Commit("a", new string('x', 2000));
        _fetcher.Limits = new() { Tree = 1000 };

        (await _fetcher.ErrorAsync($"git::http://{_server.Host}/org/repo.git@a")).ShouldContain("is refused: it has more than");
    }

    [Theory]
    [InlineData("?sshkey=abc", "does not belong into a file")]
    [InlineData("?ref=--upload-pack=evil", "is no branch, tag or commit")]
    public async Task What_is_unsafe_is_refused(string query, string fact) =>
        (await _fetcher.ErrorAsync($"git::http://{_server.Host}/org/repo.git@a{query}")).ShouldContain(fact);

    public void Dispose()
    {
        _fetcher.Dispose();
        _server.Dispose();
    }
}
