using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Certificates;
using GitOps.Cake.Testing.Components;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Tests;

public class ComponentArgumentsTests
{
    private static readonly StateFolder Folder = new("/state");
    private static readonly ClusterCertificates Certificates = new(Folder.Certificates);

    [Theory]
    [InlineData("Kubernetes v1.20.2", 1, 20, "v1.20.2")]
    [InlineData("Kubernetes v1.34.0-alpha.1+abc\n", 1, 34, "v1.34.0-alpha.1+abc")]
    [InlineData("etcd Version: 3.5.9\nGit SHA: bdbbde998\nGo Version: go1.19.9\n", 3, 5, "3.5.9")]
    public void A_version_is_read_from_what_the_program_says(string answer, int major, int minor, string text) =>
        BinaryVersion.Read(answer).ShouldBe(new(major, minor, text));

    [Fact]
    public void An_answer_without_a_version_is_none() => BinaryVersion.Read("flag provided but not defined: -version").ShouldBeNull();

    [Theory]
    [InlineData(20, true)]
    [InlineData(23, true)]
    [InlineData(24, false)]
    [InlineData(35, false)]
    public void The_open_port_is_turned_off_where_there_is_one(int minor, bool isThere)
    {
        var version = new BinaryVersion(1, minor, $"v1.{minor}.0");

        ControllerManagerPlan.Create("/kcm", version, Folder, Certificates).Arguments(1).Contains("--port=0").ShouldBe(isThere);
        SchedulerPlan.Create("/scheduler", version, Folder, Certificates).Arguments(1).Contains("--port=0").ShouldBe(isThere);
    }

    [Theory]
    [InlineData(3, 4, true, false)]
    [InlineData(3, 5, true, true)]
    [InlineData(3, 6, true, true)]
    [InlineData(3, 6, false, false)]
    public void Only_data_that_are_thrown_away_stay_off_the_disk(int major, int minor, bool isTemporary, bool isOff) =>
        EtcdPlan.Create("/etcd", new(major, minor, ""), Folder, Certificates, isTemporary)
            .Arguments(1).Contains("--unsafe-no-fsync").ShouldBe(isOff);

    [Fact]
    public void Flags_of_the_options_come_last_so_that_they_win()
    {
        var options = new LocalControlPlaneOptions { ApiServerArguments = ["--service-cluster-ip-range=10.0.0.0/24"] };

        ApiServerPlan.Create("/api", 2, Certificates, options).Arguments(1)[^1].ShouldBe("--service-cluster-ip-range=10.0.0.0/24");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Pods_need_a_service_account_only_where_somebody_makes_it(bool controllerManager, bool isOff) =>
        ApiServerPlan.Create("/api", 2, Certificates, new() { ControllerManager = controllerManager })
            .Arguments(1).Contains("--disable-admission-plugins=ServiceAccount").ShouldBe(isOff);
}
