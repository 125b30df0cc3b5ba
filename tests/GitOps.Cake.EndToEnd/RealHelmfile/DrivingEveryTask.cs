using System.Reflection;
using Cake.Frosting;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.EndToEnd.RealHelmfile;

/// <summary>
/// Every task about helmfile, started as people start it, ./build.sh --target=… --engine=cli, on the engine that drives the real helmfile, which here answers
/// as a recorded one did.
/// </summary>
public sealed class DrivingEveryTask : IDisposable
{
    private static readonly Dictionary<string, DrivenTask> Driven = new()
    {
        ["HelmfileList"] = new("list", story => story.Answers("list", "list-json"), "api"),
        ["HelmfileBuild"] = new("build", story => story.Answers("build", "build"), "charts/web"),
        ["HelmfilePrintEnv"] = new("print-env", story => story.Answers("print-env", "print-env-json"), "production"),
        ["HelmfileShowDag"] = new("show-dag", story => story.Answers("show-dag", "show-dag"), "shop/web"),
        ["HelmfileWriteValues"] = new("write-values", story => story.Answers("write-values", "write-values"), "out/api.yaml"),
        ["HelmfileLint"] = new("lint", story => story.Answers("lint", "lint"), "api"),
        ["HelmfileDeps"] = new("deps", story => story.Answers("deps", "deps"), "charts/cm"),
        ["HelmfileRepos"] = new("repos", story => story.Answers("repos", "repos"), ""),
        ["HelmfileTemplate"] = new("template", story => story.Answers("template", "template"), "cache"),
        ["HelmfileStatus"] = new("status", story => story.Lists("infra/cache").Answers("status", "status"), "deployed"),
        ["HelmfileTest"] = new("test", story => story.Lists("infra/cache").Answers("test", "test-none"), "cache"),
        ["HelmfileDiff"] = new("diff", story => Everything(story).Answers("diff", "diff-changed-diff"), "spec.replicas"),
        ["HelmfilePolicy"] = new("diff", story => Everything(story).Answers("diff", "diff-changed-diff"), "spec.replicas"),
        ["HelmfileApply"] = new("apply", story => Everything(story).Answers("diff", "diff-changed-diff").Answers("apply", "apply-changed-detailed"), "shop/old") { NamesCluster = true },
        ["HelmfileSync"] = new("sync", story => story.Answers("sync", "sync"), "shop/web") { NamesCluster = true },
        ["HelmfileDestroy"] = new("destroy", story => story.Answers("destroy", "destroy"), "shop/web") { NamesCluster = true },

        // Commands of which there is no recording.
        ["HelmfileCache"] = new("cache", story => story.Says("cache", "Cache directory: /c\n- charts\n"), "charts"),
        ["HelmfileInit"] = new("init", story => story.Says("init", log: "helm is ready\n"), "helm is ready"),
        ["HelmfileCreate"] = new("create", story => story.Says("create", "Created helmfile.yaml\n"), "Created helmfile.yaml"),
        ["HelmfileFetch"] = new("fetch", story => story.Says("fetch", log: "Charts will be downloaded to: out\n"), ""),
        ["HelmfileUnitTest"] = new("unittest", story => story.Says("unittest", log: "Unit testing release=api, chart=charts/web\n"), "api"),
        ["HelmfileVersion"] = new("--version", story => story, "1.8.0"),
    };

    private readonly Story _story = new Story().Lists("infra/cache", "shop/api", "shop/old-", "shop/web");

    public DrivingEveryTask() => Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh and the dummy are started by a shell.");

    public static TheoryData<string> Targets => [.. Driven.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_task_runs_its_command_and_shows_the_answer(string target)
    {
        var task = Driven[target];

        var run = (await task.Tell(_story).RunAsync(target, task.NamesCluster ? ["--current-context"] : [])).ShouldSucceed();

        run.All.ShouldContain(task.Shown);
        _story.CommandLines.ShouldContain(line => line.StartsWith("helmfile", StringComparison.Ordinal) && line.Split(' ').Contains(task.Command));
    }

    [Fact]
    public void None_is_left_out() => Driven.Keys.ShouldBe(
        typeof(HelmfileDiff).Assembly.GetExportedTypes().Select(type => type.GetCustomAttribute<TaskNameAttribute>()?.Name)
            .Where(name => name?.StartsWith("Helmfile", StringComparison.Ordinal) == true),
        ignoreOrder: true);

    public void Dispose() => _story.Dispose();

    private static Story Everything(Story story) => story.Lists("infra/cache", "shop/api", "shop/old", "shop/web");

    /// <summary>How a task is tried.</summary>
    /// <param name="Command">The command of helmfile that it has to run.</param>
    /// <param name="Tell">Prepares the answers.</param>
    /// <param name="Shown">What a reader has to see in the end.</param>
    private sealed record DrivenTask(string Command, Func<Story, Story> Tell, string Shown)
    {
        public bool NamesCluster { get; init; }
    }
}
