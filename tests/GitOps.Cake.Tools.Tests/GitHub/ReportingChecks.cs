using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Checks;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

public sealed class ReportingChecks : IDisposable
{
    private static readonly CheckSettings Settings = new() { Name = "gitops/diff", Conclusion = CheckConclusion.Failure, Title = "title", Summary = "summary", Text = "text" };

    private readonly GitHubBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Apps_check_has_its_texts_and_all_its_annotations()
    {
        UseApp();
        await Report(Settings with { Annotations = [.. Enumerable.Range(1, 120).Select(line => new CheckAnnotation("helmfile.yaml", line, AnnotationLevel.Failure, "wrong"))] });

        _bench.Repo.Checks(_bench.Head).ShouldHaveSingleItem()
            .ShouldBe(new FakeCheck(_bench.Repo.Checks(_bench.Head)[0].Id, "gitops/diff", "completed", "failure", "title", "summary", "text", _bench.Repo.Checks(_bench.Head)[0].ExternalId, 120));
    }

    [Theory]
    [InlineData(FakeFault.BadGatewayAfterwards)]
    [InlineData(FakeFault.TimeoutAfterwards)]
    [InlineData(FakeFault.BadGateway)]
    [InlineData(FakeFault.SecondaryLimit)]
    public async Task Annotations_are_added_once_whatever_GitHub_answers(FakeFault fault)
    {
        UseApp();
        var faults = new Queue<FakeFault>([FakeFault.None, FakeFault.None, fault]);
        _bench.GitHub.Faults = (method, path) => method != "GET" && faults.TryDequeue(out var next) ? next : FakeFault.None;

        await Report(Settings with { Annotations = [.. Enumerable.Range(1, 51).Select(line => new CheckAnnotation("a", line, AnnotationLevel.Notice, "m"))] });

        _bench.Repo.Checks(_bench.Head).ShouldHaveSingleItem().Annotations.ShouldBe(51);
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_cut()
    {
        UseApp();
        await Report(Settings with { Summary = new string('x', 100_000), Text = string.Concat(Enumerable.Repeat("😀", 60_000)) });

        var check = _bench.Repo.Checks(_bench.Head).ShouldHaveSingleItem();
        check.Summary!.Length.ShouldBe(65_000);
        check.Text.ShouldNotBeNull().ShouldEndWith("😀…");
    }

    [Fact]
    public async Task The_token_of_a_user_sets_a_status_instead_and_says_so()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("somebody");

        (await Report(Settings)).IsStatus.ShouldBeTrue();

        _bench.Repo.Statuses(_bench.Head).ShouldHaveSingleItem().ShouldBe(new FakeStatus("gitops/diff", "failure", "title", null, "somebody"));
        _bench.Log.Lines.ShouldContain(line => line.Contains("Only GitHub Apps make checks"));
    }

    [Fact]
    public async Task The_token_of_a_user_with_single_permissions_sets_a_status_too_for_it_can_have_none_for_checks()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddFineGrainedToken("somebody", "statuses=write");

        (await Report(Settings)).IsStatus.ShouldBeTrue();

        _bench.Repo.Statuses(_bench.Head).ShouldHaveSingleItem().State.ShouldBe("failure");
    }

    [Fact]
    public async Task A_missing_permission_is_no_reason_for_a_status()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddActionsToken(GitHubBench.Repository, "statuses=write");

        (await Should.ThrowAsync<RemoteCallException>(() => Report(Settings))).Message.ShouldContain("checks=write");
    }

    public void Dispose() => _bench.Dispose();

    private Task<ReportedCheck> Report(CheckSettings settings) => _bench.Wait(new CheckReporter(_bench.Run()).ReportAsync(settings, Stop));

    private void UseApp()
    {
        var app = _bench.GitHub.AddApp("deployer", GitHubBench.Repository, "checks=write", "statuses=write");
        (_bench.Variables["GITOPS_GITHUB_APP"], _bench.Variables["GITOPS_GITHUB_APP_PRIVATE_KEY"]) = (app.ClientId, app.PrivateKey);
    }
}
