using Cake.Core;

namespace Cake.Frosting.Tests.InProcess;

public sealed class DependencyTests
{
    private static readonly Frosting Program = new(typeof(Target), typeof(Before), typeof(Dependee), typeof(Inherits));

    [Fact]
    public void Dependencies_run_first_then_those_that_put_themselves_before_the_target() =>
        Program.Run("--target=Target").ShouldSucceed("Before", "Dependee", "Target");

    [Fact]
    public void Dependencies_are_inherited() =>
        Program.Run("--target=Inherits").ShouldSucceed("Before", "Inherits");

    [Fact]
    public void The_tree_does_not_show_what_puts_itself_before_a_task() =>
        Program.Run("--tree").Output.ShouldNotContain("Dependee");

    [Fact]
    public void A_dependency_that_the_program_does_not_find_is_named() =>
        new Frosting(typeof(Target)).Run("--target=Target")
            .ShouldFail("Task 'Target' is dependent on task 'Before' which does not exist.");

    [Theory]
    [InlineData(typeof(DependsOnText))]
    [InlineData(typeof(DependeeOfText))]
    public void A_dependency_that_is_no_task_is_named(Type task) =>
        new Frosting(task).Run($"--target={task.Name}").ShouldFail("The dependency 'String' is not a valid task.");

    internal abstract class Writes(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(GetType().Name);
    }

    internal sealed class Before(Journal journal) : Writes(journal);

    [IsDependentOn(typeof(Before))]
    internal class Target(Journal journal) : Writes(journal);

    [IsDependeeOf(typeof(Target))]
    internal sealed class Dependee(Journal journal) : Writes(journal);

    internal sealed class Inherits(Journal journal) : Target(journal);

    [IsDependentOn(typeof(string))]
    internal sealed class DependsOnText : FrostingTask;

    [IsDependeeOf(typeof(string))]
    internal sealed class DependeeOfText : FrostingTask;
}
