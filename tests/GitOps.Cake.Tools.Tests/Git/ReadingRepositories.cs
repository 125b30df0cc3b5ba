using GitOps.Cake.Git;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Git;

public sealed class ReadingRepositories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly ToolRunner _runner = new();
    private readonly string _git = ProgramPath.OnPath("git") ?? throw TestTools.Missing("git");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_root_the_commit_and_the_origin_are_found_from_a_subfolder()
    {
        await GitAsync("init", "--quiet");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "-m", "one");
        await GitAsync("remote", "add", "origin", "git@github.com:owner/name.git");
        var sub = _folder.CreateSubdirectory("a/b c");

        var repository = (await FindAsync(sub.FullName)).ShouldNotBeNull();

        repository.Root.ShouldBe(_folder.FullName);
        (await repository.HeadAsync(Stop)).ShouldBe((await GitAsync("log", "-1", "--format=%H")).Trim());
        (await repository.OriginAsync(Stop)).ShouldBe(new GitRemote("github.com", "owner", "name"));
    }

    [Fact]
    public async Task A_folder_outside_of_any_repository_has_none() => (await FindAsync(_folder.FullName)).ShouldBeNull();

    [Fact]
    public async Task A_repository_without_commit_or_origin_says_so()
    {
        await GitAsync("init", "--quiet");
        var repository = (await FindAsync(_folder.FullName)).ShouldNotBeNull();

        (await repository.OriginAsync(Stop)).ShouldBeNull();
        (await Should.ThrowAsync<ToolFailedException>(() => repository.HeadAsync(Stop))).Message
            .ShouldStartWith("git could not tell which commit is checked out:");
    }

    [Theory]
    [InlineData("https://github.com/owner/name", "github.com")]
    [InlineData("https://github.com/owner/name.git\n", "github.com")]
    [InlineData("https://user:token@GitHub.com/owner/name.git/", "github.com")]
    [InlineData("ssh://git@ghe.example.com:2222/owner/name.git", "ghe.example.com")]
    [InlineData("git@github.com:owner/name.git", "github.com")]
    [InlineData("github.com:owner/name", "github.com")]
    public void An_address_of_a_server_is_read(string address, string host) =>
        GitRemote.Parse(address).ShouldBe(new GitRemote(host, "owner", "name"));

    [Theory]
    [InlineData("/srv/git/name.git")]
    [InlineData("../name.git")]
    [InlineData("https://github.com/name")]
    [InlineData("https://gitlab.com/group/sub/name")]
    [InlineData("")]
    public void Another_address_is_none(string address) => GitRemote.Parse(address).ShouldBeNull();

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<GitRepository?> FindAsync(string folder) => GitRepository.FindAsync(_runner, _git, folder, Stop);

    private async Task<string> GitAsync(params string[] words) => (await _runner.RunAsync(
        new(_git, [.. words.Select(word => (Argument)word)]) { WorkingDirectory = _folder.FullName }, Stop)).StandardOutput;
}
