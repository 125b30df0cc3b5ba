using System.Runtime.InteropServices;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>What a run leaves on GitHub that a signal ends while helmfile works.</summary>
public sealed class InterruptedRuns : IDisposable
{
    private readonly PipelineBench _bench = new();

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public void A_comparison_ends_its_status_as_interrupted(PosixSignal signal)
    {
        var pull = _bench.Repo.OpenPullRequest("topic");
        var head = _bench.Repo.Head("topic");
        SignalAt("diff", signal);

        _bench.Run("GitOpsPullRequest", _bench.PullRequestPlace(pull, head)).ShouldNotBe(0);

        _bench.States(head, $"gitops/diff/{PipelineBench.Scope}").ShouldBe("pending error");
        _bench.Repo.Statuses(head).ShouldHaveSingleItem().Description.ShouldBe("interrupted");
    }

    [Fact]
    public void An_apply_ends_its_status_and_its_deployment_as_interrupted()
    {
        var sha = _bench.Repo.Head("main");
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        SignalAt("apply", PosixSignal.SIGTERM);

        _bench.Run("GitOpsMain", _bench.Place("push", sha), "--current-context").ShouldNotBe(0);

        _bench.States(sha, $"gitops/apply/{PipelineBench.Scope}").ShouldBe("pending error");
        _bench.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress", "error"]);
    }

    public void Dispose() => _bench.Dispose();

    // The signal comes while the program runs, and the run has seen it when the program ends.
    private void SignalAt(string word, PosixSignal signal) => _bench.Tools.On(
        command =>
        {
            if (Path.GetFileName(command.Program) != "helmfile" || command.Arguments.All(argument => argument.ToString() != word))
                return false;

            _bench.Interruption!.Raise(signal);
            _bench.Interruption.Token.WaitHandle.WaitOne();
            throw new OperationCanceledException(_bench.Interruption.Token);
        },
        new());
}
