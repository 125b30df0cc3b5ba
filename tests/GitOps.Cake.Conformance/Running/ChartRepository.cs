using System.Net;
using GitOps.Cake.Conformance.Cases;

namespace GitOps.Cake.Conformance.Running;

/// <summary>A static chart repository of the packaged charts, at the address that the recordings had.</summary>
internal sealed class ChartRepository : IDisposable
{
    public const string Address = "http://127.0.0.1:18879";

    private readonly HttpListener _listener = new() { Prefixes = { $"{Address}/" } };
    private readonly LaneFolder _folder = new();

    private string Files => _folder.Copies;

    /// <exception cref="UsageException">The port is taken, or a chart cannot be packaged.</exception>
    public static async Task<ChartRepository> OpenAsync(string charts, Toolbox tools, CancellationToken cancellationToken)
    {
        var repository = new ChartRepository();
        try
        {
            await repository.PackAsync(charts, tools, cancellationToken);
            repository._listener.Start();
            _ = repository.ServeAsync();
            return repository;
        }
        catch (HttpListenerException exception)
        {
            repository.Dispose();
            throw new UsageException($"The chart repository cannot listen at {Address}: {exception.Message}");
        }
    }

    public void Dispose()
    {
        _listener.Close();
        _folder.Dispose();
    }

    private async Task PackAsync(string charts, Toolbox tools, CancellationToken cancellationToken)
    {
        _folder.Empty();
        var copies = Path.Combine(_folder.Temporary, "charts");
        FolderCopy.Copy(charts, copies);
        var nobody = new ConformanceCase { Name = "repository", Folder = charts, Steps = [] };
        var environment = CaseEnvironment.Of(nobody, _folder, tools, kubeConfig: null);
        foreach (var chart in Directory.EnumerateDirectories(copies).Where(chart => File.Exists(Path.Combine(chart, "Chart.yaml"))).Order(StringComparer.Ordinal))
            await HelmAsync("package", "--dependency-update", chart, "--destination", Files);
        await HelmAsync("repo", "index", Files, "--url", Address);

        async Task HelmAsync(params string[] arguments)
        {
            var (exit, output) = await CleanProcess.RunAsync(tools.Helm, arguments, _folder.Temporary, environment, cancellationToken);
            if (exit != 0)
                throw new UsageException($"helm {string.Join(' ', arguments)} failed: {output}");
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // The run is over, or a client went away in the middle of an answer.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var file = Path.Combine(Files, Path.GetFileName(context.Request.Url!.AbsolutePath));
        if (File.Exists(file))
            await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
        else
            context.Response.StatusCode = 404;
        context.Response.Close();
    }
}
