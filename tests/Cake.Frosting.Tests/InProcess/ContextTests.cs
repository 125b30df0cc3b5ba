using Cake.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.InProcess;

public sealed class ContextTests
{
    [Fact]
    public void Without_one_of_its_own_a_program_has_a_plain_context() =>
        new Frosting(typeof(NameOfContext)).Run("--target=NameOfContext").ShouldSucceed(nameof(FrostingContext));

    [Fact]
    public void The_last_context_wins_and_is_made_once()
    {
        var run = new Frosting(typeof(NameOfContext), typeof(OverInterface))
        {
            Configure = host => host.UseContext<Other>().UseContext<Own>(),
        }.Run("--target=NameOfContext", "--target=OverInterface");

        run.ShouldSucceed("Own made", nameof(Own), "over IMine");
    }

    [Fact]
    public void A_task_over_another_context_is_left_out_with_a_warning()
    {
        var program = new Frosting(typeof(OverInterface), typeof(NameOfContext), typeof(NeedsOverInterface));

        var run = program.Run("--target=NameOfContext");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain($"Task cannot be used since the context isn't convertible to {typeof(IMine).FullName}.");
        run.Errors.ShouldContain("Task 'NeedsOverInterface' is dependent on task 'OverInterface' which does not exist.");

        program.Run("--target=OverInterface").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_warning_about_a_context_alone_fails_nothing()
    {
        var run = new Frosting(typeof(OverInterface), typeof(NameOfContext)).Run("--target=NameOfContext");

        run.ShouldSucceed(nameof(FrostingContext));
        run.Output.ShouldContain("isn't convertible");

        new Frosting(typeof(OverInterface)).Run("--target=OverInterface").ShouldFail("The target 'OverInterface' was not found.");
    }

    [Fact]
    public void Behind_a_base_class_of_the_task_another_context_is_noticed_only_when_the_task_runs()
    {
        var program = new Frosting(typeof(Behind), typeof(NameOfContext));

        program.Run("--target=NameOfContext").ShouldSucceed(nameof(FrostingContext));
        program.Run("--target=Behind").ShouldFail("Unable to cast object of type");
        (program with { Configure = host => host.UseContext<Own>() }).Run("--target=Behind").ShouldSucceed("Own made", "behind");
    }

    [Fact]
    public void Every_service_of_Cake_is_within_reach_of_a_context()
    {
        var run = new Frosting(typeof(Reaches)).Run("--target=Reaches");

        run.ShouldSucceed("reached the journal", "Cake.Frosting installer: True");
    }

    internal interface IMine : ICakeContext;

    internal sealed class Own : FrostingContext, IMine
    {
        public Own(ICakeContext context, Journal journal)
            : base(context) => journal.Add("Own made");
    }

    internal sealed class Other(ICakeContext context) : FrostingContext(context);

    internal sealed class NameOfContext(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(context.GetType().Name);
    }

    internal sealed class OverInterface(Journal journal) : FrostingTask<IMine>
    {
        public override void Run(IMine context) => journal.Add("over IMine");
    }

    [IsDependentOn(typeof(OverInterface))]
    internal sealed class NeedsOverInterface : FrostingTask;

    internal abstract class Between : AsyncFrostingTask<IMine>;

    internal sealed class Behind(Journal journal) : Between
    {
        public override Task RunAsync(IMine context)
        {
            journal.Add("behind");
            return Task.CompletedTask;
        }
    }

    internal sealed class Reaches : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            var journal = context.ServiceProvider.GetRequiredService<Journal>();
            journal.Add("reached the journal");
            journal.Add($"Cake.Frosting installer: {context.ServiceProvider.GetService<IToolInstaller>() is not null}");
        }
    }
}
