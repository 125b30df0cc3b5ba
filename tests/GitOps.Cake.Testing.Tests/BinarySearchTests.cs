using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Tests.Support;

namespace GitOps.Cake.Testing.Tests;

public sealed class BinarySearchTests : IDisposable
{
    private readonly TemporaryFolder _assets = new();
    private readonly TemporaryFolder _tools = new();
    private readonly TemporaryFolder _path = new();
    private readonly Dictionary<string, string?> _environment;

    public BinarySearchTests() => _environment = new()
    {
        ["KUBEBUILDER_ASSETS"] = _assets.Path,
        ["GITOPS_TOOLS"] = _tools.Path,
        ["PATH"] = $"/nowhere:{_path.Path}",
    };

    [Fact]
    public void The_folder_in_the_options_is_the_only_place_where_it_is_given()
    {
        Fill(_assets, "etcd", "kube-apiserver");
        using var given = new TemporaryFolder();
        Fill(given, "etcd");

        var problem = Should.Throw<LocalControlPlaneException>(() => Find(new() { Binaries = given.Path }));

        problem.Message.ShouldContain($"LocalControlPlaneOptions.Binaries ({given.Path}): no kube-apiserver");
        problem.Message.ShouldNotContain("KUBEBUILDER_ASSETS (");
    }

    [Fact]
    public void KUBEBUILDER_ASSETS_comes_first_then_GITOPS_TOOLS_then_PATH()
    {
        foreach (var folder in new[] { _assets, _tools, _path })
            Fill(folder, "etcd", "kube-apiserver");

        Find(new()).Etcd.ShouldBe(_assets["etcd"]);
        _environment["KUBEBUILDER_ASSETS"] = null;
        Find(new()).Etcd.ShouldBe(_tools["etcd"]);
        _environment["GITOPS_TOOLS"] = "";
        Find(new()).ShouldBe(new(_path["etcd"], _path["kube-apiserver"], null, null));
    }

    [Fact]
    public void All_programs_come_from_one_place()
    {
        Fill(_assets, "etcd", "kube-apiserver");
        Fill(_tools, "etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler");

        Find(new() { ControllerManager = true, Scheduler = true }).ShouldBe(new(
            _tools["etcd"], _tools["kube-apiserver"], _tools["kube-controller-manager"], _tools["kube-scheduler"]));
    }

    [Fact]
    public void Where_programs_are_missing_the_error_names_every_place_and_what_it_lacks()
    {
        Fill(_assets, "etcd");
        _environment["GITOPS_TOOLS"] = null;

        var problem = Should.Throw<LocalControlPlaneException>(() => Find(new() { Scheduler = true }));

        problem.Message.ShouldContain($"KUBEBUILDER_ASSETS ({_assets.Path}): no kube-apiserver, no kube-scheduler");
        problem.Message.ShouldContain("GITOPS_TOOLS: not set");
        problem.Message.ShouldContain("PATH: no etcd, no kube-apiserver, no kube-scheduler");
        problem.Message.ShouldContain("setup-envtest use");
    }

    public void Dispose()
    {
        _assets.Dispose();
        _tools.Dispose();
        _path.Dispose();
    }

    private ControlPlaneBinaries Find(LocalControlPlaneOptions options) =>
        BinarySearch.Find(options, name => _environment.GetValueOrDefault(name));

    private static void Fill(TemporaryFolder folder, params string[] names)
    {
        foreach (var name in names)
            folder.AddProgram(name, "exit 0");
    }
}
