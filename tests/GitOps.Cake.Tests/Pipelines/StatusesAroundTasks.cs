using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Statuses around tasks of any kind.</summary>
public sealed class StatusesAroundTasks : IDisposable
{
    private readonly PipelineBench _bench = new();

    private string Head => _bench.Repo.Head("main");

    [Fact]
    public void A_task_is_pending_while_it_runs_and_a_success_afterwards_and_one_that_is_skipped_says_so()
    {
        _bench.Run("TeamAll", _bench.Place("push", Head)).ShouldBe(0, _bench.Log);

        _bench.States(Head, "deploy/staging").ShouldBe("pending success");
        _bench.States(Head, "deploy/skipped").ShouldEndWith("success");
        Text("deploy/staging").ShouldBe("Succeeded in 0 s");
        Text("deploy/skipped").ShouldBe("skipped: nothing to do");
    }

    [Theory]
    [InlineData("TeamFails", "deploy/production", "the disk is full")]
    [InlineData("TeamTimesOut", "deploy/slow", "The rollout took longer than 5 min.")]
    public void A_task_that_fails_says_why(string target, string context, string why)
    {
        _bench.Run(target, _bench.Place("push", Head)).ShouldNotBe(0);

        _bench.States(Head, context).ShouldBe("pending failure");
        Text(context).ShouldBe(why);
    }

    [Fact]
    public void A_name_that_GitHub_would_not_take_is_an_error_before_anything_runs()
    {
        _bench.Run("TeamNameless", _bench.Place("push", Head)).ShouldNotBe(0);

        _bench.Log.ShouldContain("ReportStatus of Nameless has to be a name of 1 to 255 characters");
        _bench.GitHub.Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public void A_report_that_cannot_be_made_fails_a_run_only_where_it_is_required()
    {
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "contents=read");

        _bench.Run("TeamDeploy", _bench.Place("push", Head)).ShouldBe(0, _bench.Log);
        _bench.Log.ShouldContain("Give the token the permission statuses=write");

        _bench.Run("TeamDeploy", _bench.Place("push", Head), "--require-github").ShouldNotBe(0);
        _bench.Log.ShouldContain("A report was required and could not be made.");
    }

    [Fact]
    public void What_a_killed_run_left_pending_is_ended_by_the_next()
    {
        var killed = Head;
        _bench.GitHub.Faults = (method, _) => method == "POST" && _bench.Repo.AllStatuses(killed).Length == 1 ? throw new InvalidOperationException("The machine is gone.") : FakeFault.None;
        _bench.Run("TeamDeploy", _bench.Place("push", killed));
        _bench.States(killed, "deploy/staging").ShouldBe("pending");
        _bench.GitHub.Faults = (_, _) => FakeFault.None;
        var next = _bench.Repo.Push("main");

        _bench.Run("TeamDeploy", _bench.Place("push", next)).ShouldBe(0, _bench.Log);

        _bench.States(killed, "deploy/staging").ShouldBe("pending error");
        _bench.States(next, "deploy/staging").ShouldBe("pending success");
    }

    public void Dispose() => _bench.Dispose();

    private string Text(string context) => _bench.Repo.Statuses(Head).Single(status => status.Context == context).Description!;
}
