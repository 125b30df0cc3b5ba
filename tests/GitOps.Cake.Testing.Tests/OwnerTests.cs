using System.Globalization;
using GitOps.Cake.Testing.Tests.Support;

namespace GitOps.Cake.Testing.Tests;

public class OwnerTests
{
    [Fact]
    public async Task A_killed_owner_leaves_no_process_and_no_folder_even_while_another_child_of_it_lives_on()
    {
        Tools.Require(Tools.Options with { ControllerManager = true });
        using var owner = new OwnerProgram("hold", "controllers");
        var folder = await owner.ReadLineAsync();
        var bystander = int.Parse(await owner.ReadLineAsync(), CultureInfo.InvariantCulture);
        ProcessTable.Naming(folder).Length.ShouldBeGreaterThan(3);

        owner.Signal("KILL");

        await Eventually.ShouldVanishAsync(folder);
        OwnerProgram.Signal(bystander, "KILL"); // which fails if it was gone already
    }

    [Fact]
    public async Task An_interrupted_owner_leaves_no_process_and_no_folder()
    {
        Tools.Require(Tools.Options);
        using var owner = new OwnerProgram("hold");
        var folder = await owner.ReadLineAsync();
        var bystander = int.Parse(await owner.ReadLineAsync(), CultureInfo.InvariantCulture);

        owner.Signal("INT");

        await Eventually.ShouldVanishAsync(folder);
        OwnerProgram.Signal(bystander, "KILL");
    }

    [Fact]
    public async Task An_owner_that_handles_an_interrupt_still_has_its_cluster_until_it_is_done()
    {
        Tools.Require(Tools.Options);
        using var owner = new OwnerProgram("polite");
        var folder = await owner.ReadLineAsync();

        owner.SignalGroup("INT");

        (await owner.ReadLineAsync()).ShouldBe("ready");
        (await owner.EndAsync()).ShouldBe(130);
        ProcessTable.Naming(folder).ShouldBeEmpty();
        Directory.Exists(folder).ShouldBeFalse();
    }
}
