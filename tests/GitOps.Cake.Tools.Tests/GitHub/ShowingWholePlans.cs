using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>A plan that is too long for a comment: where all of it is, the comment says.</summary>
public sealed class ShowingWholePlans : IDisposable
{
    private readonly GitHubBench _bench = new();
    private readonly Plan _large = Plans.WithChanges(300, new string('x', 200));
    private readonly int _pull;

    public ShowingWholePlans()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("somebody");
        _pull = _bench.Repo.OpenPullRequest("topic");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Summary => Path.Combine(_bench.Folder.FullName, "summary.md");

    [Fact]
    public async Task The_summary_of_the_run_has_room_for_it_and_the_comment_links_there()
    {
        var plan = Plans.WithChanges(30, new string('x', 200));
        _bench.Variables["GITHUB_STEP_SUMMARY"] = Summary;

        (await ShowAsync(plan)).ShouldContain("The whole is in [the summary of this run](<https://ci.example/1>).");

        (await File.ReadAllTextAsync(Summary, Stop)).Length.ShouldBeGreaterThan(65_536);
    }

    [Fact]
    public async Task A_summary_without_room_gets_what_fits_and_is_not_linked()
    {
        _bench.Variables["GITHUB_STEP_SUMMARY"] = Summary;
        await File.WriteAllTextAsync(Summary, new string('y', 900_000), Stop);

        (await ShowAsync(_large)).ShouldContain("The whole is kept nowhere; `--plan=FILE` writes it to a file that a run can keep.");

        new FileInfo(Summary).Length.ShouldBeLessThan(1024 * 1024);
        (await File.ReadAllTextAsync(Summary, Stop)).ShouldContain("300 to upgrade");
    }

    [Fact]
    public async Task A_plan_file_is_named() =>
        (await ShowAsync(_large, "out/plan.json")).ShouldContain("The whole is in the file <code>plan.json</code> of this run.");

    [Fact]
    public async Task Where_it_is_nowhere_that_is_said() => (await ShowAsync(_large)).ShouldContain("The whole is kept nowhere");

    [Fact]
    public async Task A_plan_that_fits_says_nothing_of_it() => (await ShowAsync(Plans.WithChanges())).ShouldNotContain("The whole is");

    [Fact]
    public void The_check_is_linked_where_its_text_has_room()
    {
        var check = new ReportedCheck { Repository = "o/n", Sha = "s", Name = "n", Conclusion = CheckConclusion.Success, Url = "https://github.example/runs/1" };

        WholePlan.In(check, Plans.WithChanges()).ShouldBe("in [the check](<https://github.example/runs/1>)");
        WholePlan.In(check with { Url = null }, Plans.WithChanges()).ShouldBeNull();
        WholePlan.In(check, _large).ShouldBeNull();
    }

    public void Dispose() => _bench.Dispose();

    private async Task<string> ShowAsync(Plan plan, string? file = null)
    {
        var run = _bench.Run(new() { Sha = _bench.Repo.Head("topic"), PullRequest = _pull, RunUrl = "https://ci.example/1" });
        var whole = await _bench.Wait(WholePlan.ShowAsync(run, plan, file, Stop));
        await _bench.Wait(new CommentReporter(run, Plans.Scope).PlanAsync([new PlanPart(plan, whole)], Stop));
        return _bench.Repo.Comments(_pull).ShouldHaveSingleItem().Body;
    }
}
