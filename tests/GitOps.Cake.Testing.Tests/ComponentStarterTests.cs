using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Components;
using GitOps.Cake.Testing.Processes;
using GitOps.Cake.Testing.Starting;
using GitOps.Cake.Testing.State;
using GitOps.Cake.Testing.Tests.Support;

namespace GitOps.Cake.Testing.Tests;

/// <summary>Small scripts stand for the parts: they say by a file that they are up.</summary>
public sealed class ComponentStarterTests : IAsyncDisposable
{
    private const string IsUp = "touch \"$0.$1.up\"\nexec sleep 300";

    private readonly TemporaryFolder _folder = new();
    private readonly Queue<int> _ports = new([1001, 1002, 1003]);
    private readonly ManualTime _time = new();
    private readonly Deadline _deadline;
    private readonly ComponentStarter _starter;

    public ComponentStarterTests()
    {
        _deadline = new(TimeSpan.FromMinutes(2), _time, TestContext.Current.CancellationToken);
        _starter = new(
            new SupervisedLauncher(new StateFolder(_folder.Path), removeFolder: false, TimeSpan.FromSeconds(5)),
            name => _folder[$"{name}.log"],
            new Dictionary<string, int> { ["old"] = 7 },
            _ports.Dequeue);
    }

    [Fact]
    public async Task A_part_gets_the_port_of_its_last_run()
    {
        _folder.AddProgram("old", IsUp);

        (await StartAsync("old")).Port.ShouldBe(7);
    }

    [Fact]
    public async Task A_part_whose_port_was_snatched_away_gets_another()
    {
        _folder.AddProgram("late", "[ \"$1\" = 1001 ] && { echo 'bind: address already in use'; exit 1; }\n" + IsUp);

        (await StartAsync("late")).Port.ShouldBe(1002);
    }

    [Fact]
    public async Task A_part_that_gets_no_port_at_all_is_an_error()
    {
        _folder.AddProgram("unlucky", "echo 'bind: address already in use'; exit 1");
        foreach (var port in Enumerable.Range(1004, 10))
            _ports.Enqueue(port);

        (await Should.ThrowAsync<LocalControlPlaneException>(() => StartAsync("unlucky"))).Message.ShouldContain("address already in use");

        _ports.Count.ShouldBe(8);
    }

    [Fact]
    public async Task One_part_may_look_for_a_port_while_another_is_waited_for()
    {
        _folder.AddProgram("calm", IsUp);
        _folder.AddProgram("late", "[ \"$1\" = 1002 ] && { echo 'bind: address already in use'; exit 1; }\n" + IsUp);
        var calm = await StartAsync("calm");

        var waiting = _starter.WaitAsync(calm, _ => Task.FromResult(File.Exists(_folder["late.1003.up"])), _deadline);
        await StartAsync("late");

        await waiting;
    }

    [Fact]
    public async Task A_part_that_ends_after_it_was_up_is_the_one_to_blame()
    {
        _folder.AddProgram("first", "touch \"$0.$1.up\"; while [ ! -e \"$0.end\" ]; do sleep 0.05; done; echo out of memory; exit 9");
        _folder.AddProgram("second", "touch \"$(dirname \"$0\")/first.end\"; exec sleep 300");
        await StartAsync("first");

        var problem = await Should.ThrowAsync<LocalControlPlaneException>(() => StartAsync("second"));

        problem.Component.ShouldBe("first");
        problem.Message.ShouldContain("out of memory");
    }

    [Fact]
    public async Task A_part_that_is_not_up_in_time_is_named_with_its_log()
    {
        _folder.AddProgram("lame", "echo waiting for a quorum; exec sleep 300");

        var start = StartAsync("lame");
        await Eventually.ShouldBecomeAsync(
            () => Task.FromResult(File.Exists(_folder["lame.log"]) ? File.ReadAllText(_folder["lame.log"]) : ""), log => log.Length > 0);
        _time.Fire();

        var problem = await Should.ThrowAsync<LocalControlPlaneException>(() => start);
        problem.Component.ShouldBe("lame");
        problem.Message.ShouldStartWith("lame was not ready when the 120 seconds of LocalControlPlaneOptions.StartTimeout were over.");
        problem.Message.ShouldContain("waiting for a quorum");
    }

    [Fact]
    public async Task A_program_that_does_not_tell_its_version_in_time_is_named()
    {
        var program = _folder.AddProgram("mute", "touch \"$0.started\"; exec sleep 300");

        var answer = BinaryVersion.AskAsync(program, _deadline);
        await Eventually.ShouldBecomeAsync(() => Task.FromResult(File.Exists(_folder["mute.started"])), started => started);
        _time.Fire();

        (await Should.ThrowAsync<LocalControlPlaneException>(() => answer)).Message.ShouldStartWith("mute did not tell its version");
    }

    public async ValueTask DisposeAsync()
    {
        await RunningComponent.StopAsync(_starter.Launched, TimeSpan.FromSeconds(5));
        _deadline.Dispose();
        _folder.Dispose();
    }

    private Task<RunningComponent> StartAsync(string name) => _starter.StartAsync(
        new ComponentPlan(name, _folder[name], port => [$"{port}"], "/"),
        (port, _) => Task.FromResult(File.Exists(_folder[$"{name}.{port}.up"])),
        _deadline);
}
