using System.Diagnostics;
using System.Globalization;

namespace GitOps.Cake.EndToEnd.Bootstrap;

public sealed class BuildingOnce(PrebuiltRepository repository) : IClassFixture<PrebuiltRepository>
{
    [Theory]
    [InlineData("flock")]
    [InlineData("a link")]
    public async Task Of_two_at_once_one_builds_and_one_waits(string @lock)
    {
        repository.ReplaceMSBuild($"until [[ -e '{repository.PathOf($"{@lock} is waited for")}' ]]; do sleep 0.05; done");
        repository.WritePart("Part", $"two at once with {@lock}");

        using var first = ScriptThatLocksWith(@lock).Start();
        using var second = ScriptThatLocksWith(@lock).Start();
        while (!$"{first.Errors}{second.Errors}".Contains("Waiting for", StringComparison.Ordinal) && !first.HasExited && !second.HasExited)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        repository.Write($"{@lock} is waited for", "");
        Outcome[] outcomes = [await first.WaitAsync(), await second.WaitAsync()];

        outcomes.ShouldAllBe(outcome => outcome.ExitCode == 7);
        outcomes.Select(outcome => outcome.Error).ShouldBe(
            ["Building the build program ...\n", "Waiting for another build of the build program ...\n"], ignoreOrder: true);
        repository.Dotnet.BuildCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("flock")]
    [InlineData("a link")]
    public async Task A_build_that_was_killed_does_not_hold_up_the_next(string @lock)
    {
        repository.ReplaceMSBuild($"echo $$ >\"$here/killed with {@lock}\"; exec sleep 1000");
        repository.WritePart("Part", $"killed with {@lock}");
        using (ScriptThatLocksWith(@lock).Start())
        {
            await repository.Dotnet.WaitForAsync($"killed with {@lock}");
        }

        repository.ReplaceMSBuild();

        (await ScriptThatLocksWith(@lock).RunAsync()).ShouldBe(new Outcome(7, "", "Building the build program ...\n"));
    }

    [Fact]
    public async Task A_signal_ends_MSBuild_too_and_leaves_nothing_behind()
    {
        repository.ReplaceMSBuild("echo $$ >\"$here/stopped\"; exec sleep 1000");
        repository.WritePart("Part", "stopped");
        using var run = repository.Script("exit", "7").Start();
        var publisher = int.Parse(await repository.Dotnet.WaitForAsync("stopped"), CultureInfo.InvariantCulture);

        run.Signal("TERM");

        (await run.WaitAsync()).ExitCode.ShouldBe(143);
        Should.Throw<ArgumentException>(() => Process.GetProcessById(publisher));
        Directory.GetFileSystemEntries(repository.PathOf(".artifacts/build"), ".stage*").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_compiled_while_an_input_changed_is_not_used()
    {
        repository.ReplaceMSBuild("[[ -e $here/edited ]] || echo '// saved by an editor' | tee -a src/Part.cs >\"$here/edited\"");
        repository.WritePart("Part", "edited during the build");

        (await repository.RunAsync("exit", "7")).ExitCode.ShouldBe(7);

        repository.Dotnet.BuildCount.ShouldBe(2);
        repository.Dotnet.Forget();
        await repository.RunAsync("exit", "7");
        repository.Dotnet.BuildCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_running_program_keeps_its_files()
    {
        repository.ReplaceMSBuild();
        repository.WritePart("Part", "long runner");
        using var run = repository.Script("wait").Start();
        await run.ReadLineAsync();
        var folder = repository.Builds.Single(build => File.ReadAllText($"/proc/{run.Id}/cmdline").Contains(build, StringComparison.Ordinal));
        var files = Snapshot(folder);

        await BuildAsync(5);

        Snapshot(folder).ShouldBe(files);
        run.Signal("TERM");
        (await run.WaitAsync()).ExitCode.ShouldBe(42);
        await BuildAsync(6);
        repository.Builds.ShouldNotContain(folder);
        repository.Builds.Count.ShouldBe(3);
    }

    private async Task BuildAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            repository.WritePart("Part", $"{Guid.NewGuid()}");
            (await repository.RunAsync("exit", "7")).ExitCode.ShouldBe(7);
        }
    }

    private static IEnumerable<(string Name, DateTime Written)> Snapshot(string folder) =>
        [.. new DirectoryInfo(folder).GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (file.Name, file.LastWriteTimeUtc))];

    private Script ScriptThatLocksWith(string @lock)
    {
        var script = repository.Script("exit", "7");
        var bare = SearchPath.Bare(Path.Combine(repository.Home, "bare"));
        return @lock == "flock" ? script : script.With("PATH", repository.Dotnet.Folder + Path.PathSeparator + bare);
    }
}
