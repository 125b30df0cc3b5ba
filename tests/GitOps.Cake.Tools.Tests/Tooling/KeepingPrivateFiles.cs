using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

public sealed class KeepingPrivateFiles : IDisposable
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory();
    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_else_can_read_them_and_they_go_with_the_run()
    {
        string folder, file;
        using (var run = RunFolder.Create(_parent.FullName))
        {
            folder = run.Path;
            file = await run.WriteAsync("../../etc/évil name\n.yaml", "secret", Stop);

            Path.GetDirectoryName(file).ShouldBe(folder);
            (await File.ReadAllBytesAsync(file, Stop)).ShouldBe("secret"u8.ToArray());
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(folder).ShouldBe(OwnerFile | UnixFileMode.UserExecute);
                File.GetUnixFileMode(file).ShouldBe(OwnerFile);
            }
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Equal_names_are_two_files()
    {
        using var run = RunFolder.Create(_parent.FullName);
        var files = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => run.WriteAsync("values.yaml", $"{n}", Stop)));

        files.Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public void Links_and_fresh_folders_are_no_leftovers()
    {
        var elsewhere = Directory.CreateTempSubdirectory();
        Directory.CreateSymbolicLink(Path.Combine(_parent.FullName, "gitops-cake-link"), elsewhere.FullName);
        var fresh = _parent.CreateSubdirectory("gitops-cake-fresh");

        RunFolder.Create(_parent.FullName).Dispose();

        elsewhere.Exists.ShouldBeTrue();
        fresh.Refresh();
        fresh.Exists.ShouldBeTrue();
        elsewhere.Delete();
    }

    [Fact]
    public async Task Runs_that_start_at_the_same_moment_leave_the_folders_of_each_other_alone()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                for (var run = 0; run < 100; run++)
                {
                    using var folder = RunFolder.Create(_parent.FullName);
                    File.Exists(await folder.WriteAsync("values.yaml", "a: 1", Stop)).ShouldBeTrue();
                }
            },
            Stop)));

        _parent.EnumerateDirectories().ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_without_a_lock_is_a_leftover_after_a_while()
    {
        var old = _parent.CreateSubdirectory("gitops-cake-old");
        var other = _parent.CreateSubdirectory("somebody-elses");
        old.LastWriteTimeUtc = other.LastWriteTimeUtc = _time.GetUtcNow().UtcDateTime;
        _time.Advance(TimeSpan.FromHours(2));

        RunFolder.Create(_parent.FullName, _time).Dispose();

        _parent.EnumerateDirectories().Select(folder => folder.Name).ShouldBe(["somebody-elses"]);
    }

    public void Dispose() => _parent.Delete(recursive: true);
}
