using Build.Tools;

namespace GitOps.Cake.EndToEnd.RestoringTools;

public sealed class CachingTools : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _log = [];
    private readonly RestoreProgress _progress;

    public CachingTools() => _progress = new RestoreProgress(_log.Add, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ToolCache Cache => new(_folder.PathOf("cache"), TimeProvider.System);

    [Fact]
    public async Task A_recipe_is_followed_once_and_its_tools_stay()
    {
        var recipe = new ScriptRecipe();

        var made = await Cache.GetAsync(recipe, _progress, Cancellation);
        var found = await Cache.GetAsync(recipe, _progress, Cancellation);

        made.ShouldBe(
        [
            new FoundTool("helm-3/helm", "3.1.2", _folder.PathOf("cache/scripts/helm-3/helm")),
            new FoundTool("kubectl", "1.30.4-rc.1", _folder.PathOf("cache/scripts/kubectl")),
        ]);
        found.ShouldBe(made);
        recipe.Times.ShouldBe(1);
        Directory.Exists(_folder.PathOf("cache/scripts.work")).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_two_at_once_one_works_and_one_waits()
    {
        var working = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var recipe = new ScriptRecipe
        {
            Work = (_, _) =>
            {
                working.SetResult();
                return mayEnd.Task;
            },
        };
        var first = Cache.GetAsync(recipe, _progress, Cancellation);
        await working.Task;

        var second = Cache.GetAsync(recipe, _progress, Cancellation);
        second.IsCompleted.ShouldBeFalse();
        mayEnd.SetResult();

        (await second).ShouldBe(await first);
        recipe.Times.ShouldBe(1);
        _log.ShouldContain(line => line.EndsWith("waiting for another restore of scripts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_stopped_attempt_left_helps_the_next_and_is_no_tool()
    {
        var stopped = new ScriptRecipe { Work = (work, _) => Task.FromException(new IOException($"stopped at {Fetch(work)}")) };
        await Should.ThrowAsync<IOException>(() => Cache.GetAsync(stopped, _progress, Cancellation));
        Directory.Exists(_folder.PathOf("cache/scripts")).ShouldBeFalse();
        var fetched = false;

        await Cache.GetAsync(
            new ScriptRecipe
            {
                Work = (work, _) =>
                {
                    fetched = File.Exists(Path.Combine(work, "fetched"));
                    return Task.CompletedTask;
                },
            },
            _progress,
            Cancellation);

        fetched.ShouldBeTrue();
        Directory.Exists(_folder.PathOf("cache/scripts.work")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_machine_that_cannot_follow_the_recipe_is_told_the_other_ways()
    {
        var recipe = new ScriptRecipe { Obstacle = "There is no npm." };

        var error = await Should.ThrowAsync<ToolRestoreException>(() => Cache.GetAsync(recipe, _progress, Cancellation));

        error.Message.ShouldBe("There is no npm.\nPut them on the PATH.");
    }

    [Fact]
    public async Task A_full_disk_is_noticed_before_the_work()
    {
        var recipe = new ScriptRecipe { SpaceNeeded = long.MaxValue };

        var error = await Should.ThrowAsync<ToolRestoreException>(() => Cache.GetAsync(recipe, _progress, Cancellation));

        error.Message.ShouldContain("MB of disk space");
        error.Message.ShouldContain("XDG_CACHE_HOME");
        recipe.Times.ShouldBe(0);
    }

    public void Dispose()
    {
        _progress.Dispose();
        _folder.Dispose();
    }

    private static string Fetch(string work)
    {
        File.WriteAllText(Path.Combine(work, "fetched"), "130 MB");
        return work;
    }
}
