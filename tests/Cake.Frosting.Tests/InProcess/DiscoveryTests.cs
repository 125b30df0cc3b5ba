using Cake.Core;

namespace Cake.Frosting.Tests.InProcess;

public sealed class DiscoveryTests
{
    [Fact]
    public void Abstract_classes_interfaces_and_other_classes_are_no_tasks() =>
        new Frosting(typeof(Base), typeof(IMark), typeof(NoTask), typeof(Concrete)).Run("--target=Concrete").ShouldSucceed("Concrete");

    [Fact]
    public void Only_exported_types_of_an_assembly_are_tasks() =>
        new Frosting { Configure = host => host.AddAssembly(typeof(DiscoveryTests).Assembly) }
            .Run("--target=Concrete").ShouldFail("The target 'Concrete' was not found.");

    [Fact]
    public void An_assembly_added_twice_fails_the_run_whatever_the_target() =>
        new Frosting(typeof(Concrete), typeof(Twin)) { Configure = host => host.AddAssembly(new TypeAssembly(typeof(Concrete))) }
            .Run("--target=Twin").ShouldFail("Another task with the name 'Concrete' has already been added.");

    [Fact]
    public void Names_are_compared_without_case() =>
        new Frosting(typeof(Concrete), typeof(Shouting)).Run("--target=Concrete")
            .ShouldFail("Another task with the name 'CONCRETE' has already been added.");

    [Fact]
    public void A_task_is_called_like_its_class_or_as_it_says()
    {
        var program = new Frosting(typeof(Concrete), typeof(Twin));

        program.Run("--target=concrete").ShouldSucceed("Concrete");
        program.Run("--target=the twin").ShouldSucceed("Twin");
        program.Run("--target=Twin").ShouldFail("The target 'Twin' was not found.");
    }

    [Fact]
    public void A_name_is_not_inherited() =>
        new Frosting(typeof(Child)).Run("--target=Child").ShouldSucceed("Named");

    [Fact]
    public void An_open_generic_task_breaks_every_run() =>
        new Frosting(typeof(Concrete), typeof(Open<>)).Run("--target=Concrete").ExitCode.ShouldBe(-1);

    [Fact]
    public void A_task_that_implements_the_interface_alone_is_refused() =>
        new Frosting(typeof(Concrete), typeof(Bare)).Run("--target=Concrete")
            .ShouldFail("This method expects all IFrostingTask to be instances of FrostingTask or AsyncFrostingTask.");

    [Fact]
    public void All_tasks_are_made_on_every_run_once_each()
    {
        var program = new Frosting(typeof(Counted), typeof(Concrete));

        program.Run("--target=Concrete").Journal.ShouldBe(["made", "Concrete"]);
        program.Run("--tree").Journal.ShouldBe(["made"]);
        program.Run("--description").Journal.ShouldBe(["made"]);
        program.Run("--dryrun", "--target=Concrete").Journal.ShouldBe(["made"]);
        program.Run("--version").Journal.ShouldBeEmpty();
        program.Run("--info").Journal.ShouldBeEmpty();
    }

    [Fact]
    public void A_host_can_run_twice()
    {
        CakeHost? host = null;
        new Frosting(typeof(Concrete)) { Configure = built => host = built }.Run("--target=Concrete").ShouldSucceed("Concrete");

        host!.Run(["--target=Concrete"]).ShouldBe(0);
    }

    internal interface IMark : IFrostingTask;

    internal abstract class Base : FrostingTask;

    internal sealed class NoTask;

    internal sealed class Concrete(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(nameof(Concrete));
    }

    [TaskName("The Twin")]
    internal sealed class Twin(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(nameof(Twin));
    }

    [TaskName("CONCRETE")]
    internal sealed class Shouting : FrostingTask;

    [TaskName("Other")]
    internal class Named(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(nameof(Named));
    }

    internal sealed class Child(Journal journal) : Named(journal);

    internal sealed class Open<T> : FrostingTask;

    internal sealed class Counted : FrostingTask
    {
        public Counted(Journal journal) => journal.Add("made");
    }

    internal sealed class Bare : IFrostingTask
    {
        public Task RunAsync(ICakeContext context) => Task.CompletedTask;

        public bool ShouldRun(ICakeContext context) => true;

        public void OnError(Exception exception, ICakeContext context)
        {
        }

        public void Finally(ICakeContext context)
        {
        }
    }
}
