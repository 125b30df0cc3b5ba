using System.Diagnostics;
using GitOps.Cake.Testing.Processes;

namespace GitOps.Cake.Testing.Tests;

public class ProcessIdentityTests
{
    [Theory]
    [InlineData("7 (etcd) S 1 7 7 0 -1 4194560 1 0 0 0 5 6 0 0 20 0 9 0 98765 7 8", "98765")]
    [InlineData("7 (a b) R (c)) S 1 7 7 0 -1 4194560 1 0 0 0 5 6 0 0 20 0 9 0 4242 7 8", "4242")]
    [InlineData("7 (etcd) Z 1 7 7 0 -1 4194560 1 0 0 0 5 6 0 0 20 0 9 0 98765 7 8", null)]
    [InlineData("7 (etcd) X 1 7 7 0 -1 4194560 1 0 0 0 5 6 0 0 20 0 9 0 98765 7 8", null)]
    [InlineData("7 (etcd) S 1 7", null)]
    [InlineData("", null)]
    public void The_start_time_is_read_behind_the_name_and_only_of_the_living(string stat, string? start) =>
        ProcessIdentity.ReadStart(stat).ShouldBe(start);

    [Fact]
    public void A_process_is_running_only_under_its_own_start_time()
    {
        var self = ProcessIdentity.Of(Environment.ProcessId).ShouldNotBeNull();

        self.IsRunning().ShouldBeTrue();
        (self with { Started = self.Started + "1" }).IsRunning().ShouldBeFalse();
    }

    [Fact]
    public void A_process_that_ended_is_not_running()
    {
        using var process = Process.Start("sleep", "60");
        var identity = ProcessIdentity.Of(process.Id).ShouldNotBeNull();
        identity.IsRunning().ShouldBeTrue();

        process.Kill();
        process.WaitForExit();

        identity.IsRunning().ShouldBeFalse();
    }
}
