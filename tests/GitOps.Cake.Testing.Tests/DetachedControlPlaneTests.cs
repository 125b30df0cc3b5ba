using System.Diagnostics;
using GitOps.Cake.Testing.Processes;
using GitOps.Cake.Testing.State;
using GitOps.Cake.Testing.Tests.Support;
using k8s;

namespace GitOps.Cake.Testing.Tests;

public sealed class DetachedControlPlaneTests : IAsyncDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Folder => _temporary["sandbox"];

    [Fact]
    public async Task Two_programs_at_once_share_one_which_outlives_both_until_it_is_stopped()
    {
        Tools.Require(Tools.Options);
        using var first = new OwnerProgram("detach", Folder);
        using var second = new OwnerProgram("detach", Folder);

        var server = await first.ReadLineAsync();
        (await second.ReadLineAsync()).ShouldBe(server);
        (await first.EndAsync()).ShouldBe(0);
        (await second.EndAsync()).ShouldBe(0);
        ProcessTable.Naming(Folder).Length.ShouldBe(2);

        await using (var found = await AttachAsync())
        {
            found.Server.ToString().ShouldBe(server);
            (await found.IsReadyAsync(Cancelled)).ShouldBeTrue();
        }

        ProcessTable.Naming(Folder).Length.ShouldBe(2);
        (await LocalControlPlane.StopDetachedAsync(Folder, Cancelled)).ShouldBeTrue();
        ProcessTable.Naming(Folder).ShouldBeEmpty();
        (await LocalControlPlane.StopDetachedAsync(Folder, Cancelled)).ShouldBeFalse();
        Directory.Exists(Folder).ShouldBeTrue();
    }

    [Fact]
    public async Task One_with_a_dead_part_is_started_again_on_its_data_and_at_its_address()
    {
        Tools.Require(Tools.Options);
        await using var before = await AttachAsync();
        using (var client = before.CreateClient())
            await client.CoreV1.CreateNamespaceAsync(new() { Metadata = new() { Name = "kept" } }, cancellationToken: Cancelled);
        OwnerProgram.Signal(ProcessTable.Ids("kube-apiserver", Folder).ShouldHaveSingleItem(), "KILL");

        await using var after = await AttachAsync();

        after.KubeConfig.ShouldBe(before.KubeConfig);
        using (var client = after.CreateClient())
            (await client.CoreV1.ReadNamespaceAsync("kept", cancellationToken: Cancelled)).Status.Phase.ShouldBe("Active");
        ProcessTable.Naming(Folder).Length.ShouldBe(2);
        (await Should.ThrowAsync<LocalControlPlaneException>(
            () => LocalControlPlane.StartAsync(Tools.Options with { Folder = Folder }, Cancelled)))
            .Message.ShouldContain("A detached control plane runs in this folder.");
    }

    [Fact]
    public async Task Stopping_ends_the_recorded_process_but_none_that_merely_has_its_id()
    {
        using var mine = Process.Start("sleep", "300");
        using var stranger = Process.Start("sleep", "300");
        var folder = StateFolder.Open(Folder);
        File.WriteAllText(folder.LockFile, "");
        new ControlPlaneState
        {
            Version = "v1.31.0",
            Context = "local",
            Components =
            [
                new("kube-apiserver", 1, ProcessIdentity.Of(mine.Id)),
                new("etcd", 2, ProcessIdentity.Of(stranger.Id)! with { Started = "before the stranger" }),
            ],
        }.Write(folder);

        (await LocalControlPlane.StopDetachedAsync(Folder, Cancelled)).ShouldBeTrue();

        mine.WaitForExit(TimeSpan.FromMinutes(5)).ShouldBeTrue();
        stranger.HasExited.ShouldBeFalse();
        stranger.Kill();
    }

    [Fact]
    public async Task A_start_that_fails_leaves_nothing_running_and_keeps_the_logs()
    {
        const string Versions = "[ \"$1\" = --version ] && { echo v1.31.0; exit 0; }\n";
        using var programs = new TemporaryFolder();
        programs.AddProgram("etcd", Versions + "echo no quorum; exit 1");
        programs.AddProgram("kube-apiserver", Versions);
        var options = new LocalControlPlaneOptions { Binaries = programs.Path };

        var problem = await Should.ThrowAsync<LocalControlPlaneException>(
            () => LocalControlPlane.AttachOrStartDetachedAsync(Folder, options, Cancelled));

        problem.Message.ShouldStartWith("etcd ended with status 1");
        ProcessTable.Naming(Folder).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(Folder, "logs", "etcd.log")).ShouldContain("no quorum");
    }

    [Fact]
    public async Task A_folder_that_another_process_works_on_is_waited_for()
    {
        var folder = StateFolder.Open(Folder);
        var held = await FolderLock.AcquireAsync(folder, TimeSpan.Zero, Cancelled);
        try
        {
            (await Should.ThrowAsync<LocalControlPlaneException>(() => FolderLock.AcquireAsync(folder, TimeSpan.Zero, Cancelled)))
                .Message.ShouldContain($"held by process {Environment.ProcessId})");
        }
        finally
        {
            held.Dispose();
        }

        using var next = await FolderLock.AcquireAsync(folder, TimeSpan.Zero, Cancelled);
    }

    [Fact]
    public async Task The_wait_for_a_folder_ends_when_the_other_lets_go()
    {
        var folder = StateFolder.Open(Folder);
        var held = await FolderLock.AcquireAsync(folder, TimeSpan.Zero, Cancelled);

        var waiting = FolderLock.AcquireAsync(folder, TimeSpan.FromMinutes(1), Cancelled);
        var early = waiting.IsCompleted;
        held.Dispose();
        (await waiting).Dispose();

        early.ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_somebody_else_fills_at_this_moment_is_a_control_planes_all_the_same()
    {
        for (var round = 0; round < 50; round++)
        {
            var path = _temporary[$"round-{round}"];
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakeAsync(path), Cancelled)));
        }

        static async Task TakeAsync(string path)
        {
            var folder = StateFolder.Open(path);
            using var held = await FolderLock.AcquireAsync(folder, TimeSpan.FromMinutes(1), Cancelled);
            folder.CreateParts();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LocalControlPlane.StopDetachedAsync(Folder, CancellationToken.None);
        _temporary.Dispose();
    }

    private Task<LocalControlPlane> AttachAsync() => LocalControlPlane.AttachOrStartDetachedAsync(Folder, Tools.Options, Cancelled);
}
