using GitOps.Cake.Testing.Tests.Support;

namespace GitOps.Cake.Testing.Tests;

public sealed class FailedStartTests : IDisposable
{
    private const string Versions = "[ \"$1\" = --version ] && { echo \"$0 v1.31.0\"; exit 0; }\n";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private LocalControlPlaneOptions Options => new() { Binaries = _folder.Path };

    [Fact]
    public async Task A_part_that_ends_is_named_with_its_status_its_command_and_the_end_of_its_log()
    {
        _folder.AddProgram("etcd", Versions + "i=0; while [ $i -lt 50 ]; do i=$((i+1)); echo line $i; done; echo panic: no space left >&2; exit 7");
        _folder.AddProgram("kube-apiserver", Versions);

        var problem = await FailAsync(Options);

        problem.Component.ShouldBe("etcd");
        problem.Message.ShouldStartWith("etcd ended with status 7 before the control plane was ready.");
        problem.Message.ShouldContain($"> {_folder["etcd"]} --name=default");
        problem.Message.ShouldContain("panic: no space left");
        problem.Message.ShouldContain("line 50");
        problem.Message.ShouldNotContain("line 10\n");
        problem.Message.ShouldContain("Check that");
    }

    [Fact]
    public async Task A_start_that_takes_too_long_is_given_up_and_leaves_nothing_running()
    {
        _folder.AddProgram("etcd", Versions + "exec sleep 300");
        _folder.AddProgram("kube-apiserver", Versions);

        (await FailAsync(Options with { StartTimeout = TimeSpan.FromSeconds(2) }))
            .Message.ShouldContain("2 seconds of LocalControlPlaneOptions.StartTimeout");
    }

    [Fact]
    public async Task A_file_that_is_no_program_is_an_error_that_says_so()
    {
        File.WriteAllText(_folder["etcd"], "not for this machine");
        _folder.AddProgram("kube-apiserver", Versions);

        var problem = await FailAsync(Options);

        problem.Component.ShouldBe("etcd");
        problem.Message.ShouldContain($"> {_folder["etcd"]} --version");
        problem.Message.ShouldContain("executable");
    }

    [Fact]
    public async Task A_program_without_a_version_is_an_error_that_shows_its_answer()
    {
        _folder.AddProgram("etcd", Versions);
        _folder.AddProgram("kube-apiserver", "echo I am a teapot");

        var problem = await FailAsync(Options);

        problem.Component.ShouldBe("kube-apiserver");
        problem.Message.ShouldContain("I am a teapot");
    }

    [Fact]
    public async Task A_server_before_1_20_is_refused_before_anything_starts()
    {
        _folder.AddProgram("etcd", Versions + "touch \"$0.started\"; exec sleep 300");
        _folder.AddProgram("kube-apiserver", "echo Kubernetes v1.19.16");

        (await FailAsync(Options)).Message.ShouldContain("is v1.19.16; a local control plane needs Kubernetes 1.20 or later");

        File.Exists(_folder["etcd.started"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_nothing_running()
    {
        _folder.AddProgram("etcd", Versions + "touch \"$0.started\"; exec sleep 300");
        _folder.AddProgram("kube-apiserver", Versions);
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var start = LocalControlPlane.StartAsync(Options, impatience.Token);
        await Eventually.ShouldBecomeAsync(() => Task.FromResult(File.Exists(_folder["etcd.started"])), started => started);
        await impatience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => start);
        ShouldLeaveNothing();
    }

    [Fact]
    public async Task An_owner_killed_during_the_start_leaves_nothing_running()
    {
        _folder.AddProgram("etcd", Versions + "touch \"$0.started\"; exec sleep 300");
        _folder.AddProgram("kube-apiserver", Versions);
        using var owner = new OwnerProgram("hold-with", _folder.Path);
        await Eventually.ShouldBecomeAsync(() => Task.FromResult(File.Exists(_folder["etcd.started"])), started => started);
        var shells = ProcessTable.Naming(_folder["etcd"]);
        var folder = shells[0].Split(' ').First(part => part.Contains("gitops-control-plane-", StringComparison.Ordinal));

        owner.Signal("KILL");

        await Eventually.ShouldVanishAsync(folder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\"b")]
    public async Task A_context_name_that_would_break_the_kubeconfig_is_refused(string name) =>
        (await Should.ThrowAsync<ArgumentException>(() => LocalControlPlane.StartAsync(new() { Context = name }, Cancelled)))
            .Message.ShouldContain("letters, digits");

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        _folder.AddProgram("etcd", Versions);
        _folder.AddProgram("kube-apiserver", Versions);
        using var precious = new TemporaryFolder();
        File.WriteAllText(precious["thesis.txt"], "chapter 1");

        (await FailAsync(Options with { Folder = precious.Path })).Message.ShouldContain("holds other files");

        Directory.GetFileSystemEntries(precious.Path).ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Dispose();

    private async Task<LocalControlPlaneException> FailAsync(LocalControlPlaneOptions options)
    {
        var problem = await Should.ThrowAsync<LocalControlPlaneException>(() => LocalControlPlane.StartAsync(options, Cancelled));
        ShouldLeaveNothing();
        return problem;
    }

    private void ShouldLeaveNothing() => ProcessTable.Naming(_folder.Path).ShouldBeEmpty();
}
