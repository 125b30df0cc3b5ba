using System.Diagnostics;
using GitOps.Cake.EndToEnd.Deploying;

namespace GitOps.Cake.EndToEnd.OnGitHub;

/// <summary>What the build program leaves on GitHub that is ended while helm works.</summary>
public class EndingRuns(SharedCluster shared)
{
    private const string Diff = "gitops/diff/deploy/helmfile.yaml:staging";

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_the_status_as_interrupted_before_the_program_ends(string signal, int exitCode)
    {
        using var project = await SlowAsync();
        var head = project.Repo.Head("topic");
        using var build = await StartedAsync(project, head);

        using var kill = Process.Start("kill", [$"-{signal}", $"{build.Id}"]);
        var run = await BuildProgram.ReadAsync(build);

        run.ExitCode.ShouldBe(exitCode, run.All);
        project.Repo.AllStatuses(head).Select(status => (status.State, status.Description)).ShouldBe([("pending", "running"), ("error", "interrupted")]);
    }

    [Fact]
    public async Task What_a_killed_run_left_pending_is_ended_by_the_next()
    {
        using var project = await SlowAsync();
        var killed = project.Repo.Head("topic");
        using (var build = await StartedAsync(project, killed))
        {
            build.Kill(entireProcessTree: true);
            await BuildProgram.ReadAsync(build);
        }

        project.Repo.AllStatuses(killed).ShouldHaveSingleItem().State.ShouldBe("pending");
        var next = project.Repo.Push("topic");

        (await project.RunAsync(project.Line("GitOpsPullRequest"), Place(next))).ShouldSucceed();

        var ended = project.Repo.Statuses(killed).Single(status => status.Context == Diff);
        (ended.State, ended.Description).ShouldBe(("error", $"interrupted: no end was reported before the run for {next[..8]}"));
        project.Repo.Statuses(next).ShouldAllBe(status => status.State == "success");
    }

    [Fact]
    public async Task The_deployment_that_a_killed_run_left_open_is_ended_by_the_next()
    {
        using var project = await SlowAsync("upgrade");
        var killed = project.Repo.Head("main");
        using (var build = await StartedAsync(project, killed, "GitOpsMain"))
        {
            build.Kill(entireProcessTree: true);
            await BuildProgram.ReadAsync(build);
        }

        project.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress"]);
        var next = project.Repo.Push("main");

        (await project.RunAsync(project.Line("GitOpsMain", "--lock=off"), Place(next))).ShouldSucceed();

        project.Repo.Deployments.Select(deployment => string.Join(' ', deployment.States)).ShouldBe(["in_progress error", "in_progress success"]);
    }

    private static (string Name, string Value)[] Place(string sha) =>
        [("GITHUB_REPOSITORY", GitHubProject.Repository), ("GITHUB_SHA", sha)];

    private async Task<GitHubProject> SlowAsync(string slow = "lint")
    {
        var project = new GitHubProject(await shared.GetAsync());
        project.Variables["GITHUB_TOKEN"] = project.GitHub.AddUser("somebody");
        project.Program("slow-helm", $"case \" $* \" in *\" {slow} \"*) echo $$ > '{project.Folder}/started'; exec sleep 300;; *) exec '{RealTools.Helm(4)}' \"$@\";; esac");
        project.Repo.OpenPullRequest("topic");
        return project;
    }

    private static async Task<Process> StartedAsync(GitHubProject project, string sha, string target = "GitOpsPullRequest")
    {
        var build = project.Start(project.Line(target, $"--helm={project.Folder}/slow-helm"), Place(sha));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (!File.Exists(Path.Combine(project.Folder, "started")))
        {
            build.HasExited.ShouldBeFalse();
            await Task.Delay(50, limit.Token);
        }

        return build;
    }
}
