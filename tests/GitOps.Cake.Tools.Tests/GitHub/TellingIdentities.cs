using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>Whose token it is, whichever form it has: by that a run finds again what it reported before.</summary>
public sealed class TellingIdentities : IDisposable
{
    private readonly GitHubBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_a_workflow_made_for_an_App_beforehand_is_that_Apps() =>
        (await Login(_bench.GitHub.AddInstallationToken(_bench.GitHub.AddApp("deployer", GitHubBench.Repository, "statuses=write")))).ShouldBe("deployer[bot]");

    [Fact]
    public async Task The_token_of_GitHub_Actions_is_its_own() => (await Login(_bench.GitHub.AddActionsToken(GitHubBench.Repository, "statuses=write"))).ShouldBe("github-actions[bot]");

    [Fact]
    public async Task A_persons_token_is_that_persons()
    {
        (await Login(_bench.GitHub.AddUser("somebody"))).ShouldBe("somebody");
        (await Login(_bench.GitHub.AddFineGrainedToken("somebody else", "statuses=write"))).ShouldBe("somebody else");
    }

    [Fact]
    public async Task A_limit_of_requests_is_waited_for_and_nobody_is_guessed()
    {
        var faults = new Queue<FakeFault>([FakeFault.PrimaryLimit, FakeFault.SecondaryLimit]);
        _bench.GitHub.Faults = (_, _) => faults.TryDequeue(out var fault) ? fault : FakeFault.None;

        (await Login(_bench.GitHub.AddUser("somebody"))).ShouldBe("somebody");
    }

    [Fact]
    public async Task A_limit_that_lasts_too_long_is_told_and_nobody_is_guessed()
    {
        _bench.GitHub.RetryAfter = TimeSpan.FromMinutes(50);
        _bench.GitHub.Faults = (_, _) => FakeFault.PrimaryLimit;

        (await Should.ThrowAsync<RemoteCallException>(() => Login(_bench.GitHub.AddUser("somebody")))).Message.ShouldContain("The limit of requests is used up");
    }

    public void Dispose() => _bench.Dispose();

    private Task<string> Login(string token) => _bench.Wait(_bench.Run(new() { Token = new(token) }).LoginAsync(Stop));
}
