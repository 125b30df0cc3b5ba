using System.Text;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>A pull request with files of the workspace that the command line names.</summary>
public sealed class KeepingAPullRequest : IDisposable
{
    private readonly PipelineBench _bench = new();

    public KeepingAPullRequest() => Directory.CreateDirectory(Path.Combine(_bench.Folder, "deploy"));

    [Fact]
    public void Files_are_named_from_the_repositorys_root_wherever_the_workspace_is()
    {
        _bench.Workspace = Path.Combine(_bench.Folder, "deploy");

        Open(Write("deploy/values.yaml", "tag: 2\n"u8)).ShouldBe(0, _bench.Log);

        _bench.Repo.File("update", "deploy/values.yaml").ShouldBe("tag: 2\n");
    }

    [Fact]
    public void A_file_is_sent_as_it_is_with_the_mark_of_its_byte_order()
    {
        Open(Write("deploy/values.yaml", [.. Encoding.UTF8.Preamble, .. "tag: Grüße\r\n"u8])).ShouldBe(0, _bench.Log);

        _bench.Repo.File("update", "deploy/values.yaml").ShouldBe("\uFEFFtag: Grüße\r\n");
    }

    [Fact]
    public void What_is_no_text_is_refused_and_not_spoiled()
    {
        Open(Write("deploy/chart.tgz", [0x1f, 0x8b, 0xff, 0x00])).ShouldNotBe(0);

        _bench.Log.ShouldContain("is no text in UTF-8");
        _bench.Repo.HasBranch("update").ShouldBeFalse();
    }

    [Fact]
    public void A_folder_and_a_file_outside_of_the_repository_are_refused()
    {
        Open(Path.Combine(_bench.Folder, "deploy")).ShouldNotBe(0);
        _bench.Log.ShouldContain("Name the files in it.");

        Open(Path.Combine(Path.GetTempPath(), "elsewhere.yaml")).ShouldNotBe(0);
        _bench.Log.ShouldContain("paths that are none of a repository");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_new_file_that_can_be_started_here_or_for_git_can_be_started_there(bool here, bool forGit)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no modes on Windows.");
        Directory.Delete(Path.Combine(_bench.Folder, ".git"));
        _bench.Git("init", "--quiet", "-b", "main");
        var file = Write("deploy/render me.sh", "#!/bin/sh\n"u8);
        if (forGit)
        {
            _bench.Git("add", ".");
            _bench.Git("update-index", "--chmod=+x", "deploy/render me.sh");
        }

        if (here && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Open(file).ShouldBe(0, _bench.Log);

        _bench.Repo.IsExecutable("update", "deploy/render me.sh").ShouldBe(here || forGit);
    }

    public void Dispose() => _bench.Dispose();

    private int Open(string file) =>
        _bench.Run("OpenPullRequest", _bench.Place("schedule", _bench.Repo.Head("main"), more: ("GITHUB_REF", "refs/heads/main")), "--head=update", $"--changed-file={file}");

    private string Write(string path, ReadOnlySpan<byte> content)
    {
        var file = Path.Combine(_bench.Folder, path);
        File.WriteAllBytes(file, content);
        return file;
    }
}
