using Cake.Core;

namespace Cake.Frosting.Tests.InProcess;

public sealed class TaskOutcomeTests
{
    [Fact]
    public void A_skipped_dependency_does_not_stop_its_target() =>
        new Frosting(typeof(Skipped), typeof(AfterSkipped)).Run("--target=AfterSkipped").ShouldSucceed("AfterSkipped");

    [Fact]
    public void A_skipped_target_fails_the_run_without_a_message_when_the_task_has_none() =>
        new Frosting(typeof(Skipped)).Run("--target=Skipped")
            .ShouldFail("Error: Could not reach target 'Skipped' since it was skipped due to a criteria.");

    [Fact]
    public void A_skipped_target_fails_the_run_with_the_task_s_message() =>
        new Frosting(typeof(SkippedWithMessage)).Run("--target=SkippedWithMessage")
            .ShouldFail("Could not reach target 'SkippedWithMessage' since it was skipped due to a criteria: no cluster.");

    [Fact]
    public void An_error_that_a_task_handles_lets_the_run_go_on()
    {
        var run = new Frosting(typeof(Handles), typeof(AfterHandled)).Run("--target=AfterHandled");

        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBe(["handled: broken", "finally", "AfterHandled"]);
    }

    [Fact]
    public void A_handler_decides_even_for_a_task_that_continues_on_error()
    {
        var run = new Frosting(typeof(HandlesAndContinues)).Run("--target=HandlesAndContinues");

        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBe(["handled: broken"]);
    }

    [Fact]
    public void A_handler_that_throws_fails_the_run_and_Finally_runs_all_the_same()
    {
        var run = new Frosting(typeof(Rethrows)).Run("--target=Rethrows");

        run.ShouldFail("Error: worse than broken");
        run.Journal.ShouldBe(["finally"]);
    }

    [Fact]
    public void Finally_runs_after_success() =>
        new Frosting(typeof(EndsWell)).Run("--target=EndsWell").ShouldSucceed("ran", "finally");

    [Fact]
    public void A_task_is_awaited() =>
        new Frosting(typeof(Waits), typeof(AfterWaits)).Run("--target=AfterWaits").ShouldSucceed("waited", "AfterWaits");

    [Fact]
    public void An_asynchronous_error_is_an_error_of_the_task() =>
        new Frosting(typeof(FailsLater)).Run("--target=FailsLater").ShouldFail("Error: broken");

    internal class Skipped(Journal journal) : FrostingTask
    {
        public override bool ShouldRun(ICakeContext context) => false;

        public override void Run(ICakeContext context) => journal.Add("never");
    }

    internal sealed class SkippedWithMessage(Journal journal) : Skipped(journal), IFrostingTask
    {
        public string SkippedMessage => "no cluster";
    }

    [IsDependentOn(typeof(Skipped))]
    internal sealed class AfterSkipped(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(nameof(AfterSkipped));
    }

    internal sealed class Handles(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Fail("broken");

        public override void OnError(Exception exception, ICakeContext context) => journal.Add($"handled: {exception.Message}");

        public override void Finally(ICakeContext context) => journal.Add("finally");
    }

    [IsDependentOn(typeof(Handles))]
    internal sealed class AfterHandled(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(nameof(AfterHandled));
    }

    [ContinueOnError]
    internal sealed class HandlesAndContinues(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Fail("broken");

        public override void OnError(Exception exception, ICakeContext context) => journal.Add($"handled: {exception.Message}");
    }

    internal sealed class Rethrows(Journal journal) : AsyncFrostingTask
    {
        public override Task RunAsync(ICakeContext context) => Task.FromException(new CakeException("broken"));

        public override void OnError(Exception exception, ICakeContext context) => journal.Fail($"worse than {exception.Message}");

        public override void Finally(ICakeContext context) => journal.Add("finally");
    }

    internal sealed class EndsWell(Journal journal) : AsyncFrostingTask
    {
        public override Task RunAsync(ICakeContext context)
        {
            journal.Add("ran");
            return Task.CompletedTask;
        }

        public override void Finally(ICakeContext context) => journal.Add("finally");
    }

    internal sealed class Waits(Journal journal) : AsyncFrostingTask
    {
        public override async Task RunAsync(ICakeContext context)
        {
            await Task.Yield();
            journal.Add("waited");
        }
    }

    [IsDependentOn(typeof(Waits))]
    internal sealed class AfterWaits(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(nameof(AfterWaits));
    }

    internal sealed class FailsLater(Journal journal) : AsyncFrostingTask
    {
        public override async Task RunAsync(ICakeContext context)
        {
            await Task.Yield();
            journal.Fail("broken");
        }
    }
}
