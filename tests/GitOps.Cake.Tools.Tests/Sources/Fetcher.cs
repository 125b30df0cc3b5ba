using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Sources;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Sources;

/// <summary>A fetcher with a cache of its own.</summary>
internal sealed class Fetcher : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("cache-");
    private readonly RunFolder _folder = RunFolder.Create();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Fetcher() => Cache = new(_home.FullName);

    public RecordedLog Log { get; } = new();

    public SourceCache Cache { get; }

    public SourceLimits Limits { get; set; } = new();

    /// <summary>Fetches as a run of its own does.</summary>
    public Task<FetchedSource?> FetchAsync(string address, string area = "values") => new SourceFetcher(
        new(new ToolRunner(new() { Log = Log }), new(workspace: null), Limits), new(_http, Limits), Cache, _folder, Limits, Log)
        .FetchAsync(SourceAddress.Parse(address), area, TestContext.Current.CancellationToken);

    /// <summary>The text of a fetched file.</summary>
    public async Task<string> ReadAsync(string address) => await File.ReadAllTextAsync((await FetchAsync(address)).ShouldNotBeNull().Path, TestContext.Current.CancellationToken);

    public async Task<string> ErrorAsync(string address) => (await Should.ThrowAsync<GitOpsException>(() => FetchAsync(address))).Message;

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
        _home.Delete(recursive: true);
    }
}
