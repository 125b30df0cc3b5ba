using Cake.Core;

namespace Cake.Frosting.Tests.InProcess;

public sealed class LifetimeTests
{
    private static readonly Frosting Program = new(typeof(Skips), typeof(Works));

    [Fact]
    public void Setup_and_teardown_surround_the_run_and_each_task()
    {
        var run = (Program with { Configure = host => host.UseLifetime<Life>().UseTaskLifetime<TaskLife>() }).Run("--target=Works");

        run.ShouldSucceed(
            "setup Works", "before Skips", "after Skips, skipped", "before Works", "work", "after Works", "teardown, successful");
    }

    [Fact]
    public void Halves_can_be_given_alone()
    {
        var run = (Program with
        {
            Configure = host => host
                .UseSetup<OnlySetup>().UseTeardown<OnlyTeardown>().UseTaskSetup<OnlyTaskSetup>().UseTaskTeardown<OnlyTaskTeardown>(),
        }).Run("--target=Works", "--exclusive");

        run.ShouldSucceed("only setup", "only before", "work", "only after", "only teardown");
    }

    [Fact]
    public void Of_two_lifetimes_the_last_wins()
    {
        var run = (Program with { Configure = host => host.UseLifetime<Life>().UseSetup<OnlySetup>() }).Run("--target=Works");

        run.ShouldSucceed("only setup", "work", "teardown, successful");
    }

    [Fact]
    public void A_failing_setup_runs_no_task_but_the_teardown()
    {
        var run = (Program with { Configure = host => host.UseLifetime<Life>() }).Run("--target=Works", "--fail-setup");

        run.ShouldFail("Error: setup broke");
        run.Journal.ShouldBe(["teardown, failed"]);
    }

    [Theory]
    [InlineData("--tree")]
    [InlineData("--description")]
    public void What_only_shows_tasks_runs_no_lifetime(string option) =>
        (Program with { Configure = host => host.UseLifetime<Life>().UseTaskLifetime<TaskLife>() }).Run(option).ShouldSucceed();

    [Fact]
    public void A_dry_run_runs_the_lifetime_of_the_run_but_not_of_the_tasks() =>
        (Program with { Configure = host => host.UseLifetime<Life>().UseTaskLifetime<TaskLife>() })
            .Run("--dryrun", "--target=Works").ShouldSucceed("setup Works", "teardown, successful");

    internal sealed class Skips : FrostingTask
    {
        public override bool ShouldRun(ICakeContext context) => false;
    }

    [IsDependentOn(typeof(Skips))]
    internal sealed class Works(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add("work");
    }

    internal sealed class Life(Journal journal) : FrostingLifetime
    {
        public override void Setup(ICakeContext context, ISetupContext info)
        {
            if (context.Arguments.HasArgument("fail-setup"))
            {
                throw new CakeException(5, "setup broke");
            }

            journal.Add($"setup {info.TargetTask.Name}");
        }

        public override void Teardown(ICakeContext context, ITeardownContext info) =>
            journal.Add(info.Successful ? "teardown, successful" : "teardown, failed");
    }

    internal sealed class TaskLife(Journal journal) : FrostingTaskLifetime
    {
        public override void Setup(ICakeContext context, ITaskSetupContext info) => journal.Add($"before {info.Task.Name}");

        public override void Teardown(ICakeContext context, ITaskTeardownContext info) =>
            journal.Add($"after {info.Task.Name}{(info.Skipped ? ", skipped" : "")}");
    }

    internal sealed class OnlySetup(Journal journal) : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Add("only setup");
    }

    internal sealed class OnlyTeardown(Journal journal) : FrostingTeardown
    {
        public override void Teardown(ICakeContext context, ITeardownContext info) => journal.Add("only teardown");
    }

    internal sealed class OnlyTaskSetup(Journal journal) : FrostingTaskSetup
    {
        public override void Setup(ICakeContext context, ITaskSetupContext info) => journal.Add("only before");
    }

    internal sealed class OnlyTaskTeardown(Journal journal) : FrostingTaskTeardown
    {
        public override void Teardown(ICakeContext context, ITaskTeardownContext info) => journal.Add("only after");
    }
}
