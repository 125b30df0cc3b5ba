using System.Text.Json;
using Build.Tools;

namespace GitOps.Cake.EndToEnd.RestoringTools;

public sealed class FindingTools : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _log = [];
    private readonly RestoreProgress _progress;

    public FindingTools() => _progress = new RestoreProgress(_log.Add, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Helm_on_the_PATH_is_told_apart_by_its_version()
    {
        _folder.WriteTool("bin/helm", "4.1.4");
        _folder.WriteTool("bin/helm3", "3.17.2");
        _folder.WriteTool("bin/kubectl", "1.35.2");

        var found = await InstalledClients.FindAsync(FindInBin, "No npm.", Cancellation);

        found.Select(tool => $"{tool.Place} {tool.Version} {Path.GetFileName(tool.File)}")
            .ShouldBe(["helm-3/helm 3.17.2 helm3", "helm-4/helm 4.1.4 helm", "kubectl 1.35.2 kubectl"]);
    }

    [Fact]
    public async Task A_client_that_is_not_on_the_PATH_is_named_with_the_reason()
    {
        _folder.WriteTool("bin/helm", "4.1.4");

        var error = await Should.ThrowAsync<ToolRestoreException>(() => InstalledClients.FindAsync(FindInBin, "npm is missing.", Cancellation));

        error.Message.ShouldBe("There is no helm 3 on the PATH. npm is missing.");
    }

    [Fact]
    public async Task Envtests_control_plane_has_no_controllers()
    {
        _folder.WriteTool("etcd", "3.5.21");
        _folder.WriteTool("kube-apiserver", "1.34.1");

        var found = await EnvtestAssets.FindAsync(_folder.PathOf(""), _progress, Cancellation);

        found.Select(tool => $"{tool.Place} {tool.Version}").ShouldBe(["etcd 3.5.21", "kube-apiserver 1.34.1"]);
        _log.Count.ShouldBe(2);
        _log.ShouldAllBe(line => line.Contains("is not in KUBEBUILDER_ASSETS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Assets_without_a_server_are_an_error()
    {
        _folder.WriteTool("etcd", "3.5.21");

        var error = await Should.ThrowAsync<ToolRestoreException>(() => EnvtestAssets.FindAsync(_folder.PathOf(""), _progress, Cancellation));

        error.Message.ShouldContain("there is no kube-apiserver in it");
    }

    [Fact]
    public void The_lock_file_has_a_checksum_for_each_package_and_names_no_registry()
    {
        var text = File.ReadAllText(ThisRepository.PathOf("build/Tools/npm/package-lock.json"));

        text.ShouldNotContain("resolved");
        using var json = JsonDocument.Parse(text);
        var packages = json.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0).ToList();
        packages.Select(package => package.Name).ShouldBe(["node_modules/helm-3", "node_modules/helm-4"]);
        packages.ShouldAllBe(package => package.Value.GetProperty("integrity").GetString()!.StartsWith("sha512-"));
    }

    public void Dispose()
    {
        _progress.Dispose();
        _folder.Dispose();
    }

    private IEnumerable<string> FindInBin(string program)
    {
        var file = _folder.PathOf($"bin/{program}");
        return File.Exists(file) ? [file] : [];
    }
}
