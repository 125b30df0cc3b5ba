using GitOps.Cake.Helmfile;
using GitOps.Cake.Tests.Tooling;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Helm;

/// <summary>Commands that read state files alone work on machines that have no helm.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class DoingWithoutHelm : IDisposable
{
    private static readonly HelmfileScope Scope = new() { Chart = "./c" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("no-helm-");
    private readonly ProcessEnvironment _environment;
    private readonly HelmfileClient _client;

    public DoingWithoutHelm()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "helmfile.yaml"), "releases:\n- {name: web, chart: ./c, values: [{a: b}]}\n");
        _environment = ProcessEnvironment.With(
            ("HELM_BIN", Path.Combine(_folder.FullName, "nowhere")),
            ("HELMFILE_CACHE_HOME", Path.Combine(_folder.FullName, "cache")));
        _client = new(new() { Workspace = _folder.FullName });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_looks_for_no_helm()
    {
        (await _client.ListAsync(new() { Scope = Scope }, Stop)).Releases.ShouldHaveSingleItem().Name.ShouldBe("web");
        (await _client.BuildAsync(new() { Scope = Scope }, Stop)).States.ShouldHaveSingleItem();
        await _client.ShowDagAsync(new() { Scope = Scope }, Stop);
        await _client.PrintEnvAsync(new() { Scope = Scope }, Stop);
    }

    [Fact]
    public async Task The_cache_is_the_one_that_sources_are_fetched_to()
    {
        var place = Directory.CreateDirectory(Path.Combine(_folder.FullName, "cache", "source")).FullName;

        var report = await _client.CacheAsync(new() { Cleanup = true }, Stop);

        report.Entries.ShouldBe(["source"]);
        Directory.Exists(place).ShouldBeFalse();
    }

    [Fact]
    public async Task The_version_tells_of_helm_where_there_is_one_and_misses_one_that_is_named()
    {
        (await _client.VersionAsync(new(), Stop)).HelmVersion.ShouldBeNull();
        await Should.ThrowAsync<ToolNotFoundException>(() => _client.VersionAsync(new() { HelmBinary = "nowhere" }, Stop));
    }

    [Fact]
    public async Task Whatever_renders_needs_it() =>
        await Should.ThrowAsync<ToolNotFoundException>(() => _client.TemplateAsync(new() { Scope = Scope }, Stop));

    public void Dispose()
    {
        _client.Dispose();
        _environment.Dispose();
        _folder.Delete(recursive: true);
    }
}
