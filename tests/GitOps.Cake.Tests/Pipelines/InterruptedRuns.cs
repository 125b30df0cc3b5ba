using System.Runtime.InteropServices;
using GitOps.Cake.Testing.GitHub;
using GitOps.Cake.Tooling;

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

    [Fact]
    public void What_a_killed_apply_left_open_is_ended_by_the_next()
    {
        var killed = _bench.Repo.Head("main");
        var gone = false;
        _bench.GitHub.Faults = (method, _) => gone && method != "GET" ? throw new InvalidOperationException("The machine is gone.") : FakeFault.None;
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On(command => gone = IsHelmfile(command, "apply"), new("", "", 1));
        _bench.Run("GitOpsMain", _bench.Place("push", killed), "--current-context");
        _bench.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress"]);
        gone = false;
        var next = _bench.Repo.Push("main");

        _bench.Push(next).ShouldBe(0, _bench.Log);

        _bench.Repo.Deployments.Select(deployment => string.Join(' ', deployment.States)).ShouldBe(["in_progress error", "in_progress success"]);
        _bench.States(killed, $"gitops/apply/{PipelineBench.Scope}").ShouldBe("pending error");
        _bench.Log.ShouldContain($"The deployment of {killed} to default was left open by a run that did not end; it is an error now.");
    }

    public void Dispose() => _bench.Dispose();

    // The signal comes while the program runs, and the run has seen it when the program ends.
    private void SignalAt(string word, PosixSignal signal) => _bench.Tools.On(
        command =>
        {
            if (!IsHelmfile(command, word))
                return false;

            _bench.Interruption!.Raise(signal);
            _bench.Interruption.Token.WaitHandle.WaitOne();
            throw new OperationCanceledException(_bench.Interruption.Token);
        },
        new());

    private static bool IsHelmfile(ToolCommand command, string word) =>
        Path.GetFileName(command.Program) == "helmfile" && command.Arguments.Any(argument => argument.ToString() == word);
}
