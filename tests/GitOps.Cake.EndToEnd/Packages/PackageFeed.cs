using System.Diagnostics;
using GitOps.Cake.EndToEnd.Deploying;

namespace GitOps.Cake.EndToEnd.Packages;

/// <summary>
/// A folder feed with this repository's packages, and the stand-in of Cake.Frosting where the configured feeds lack the real one,
/// with a folder of restored packages of its own, so that nothing of it reaches the user's.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly string[] Shipped = ["GitOps.Cake.Model", "GitOps.Cake.Templates", "GitOps.Cake.Helmfile", "GitOps.Cake.Tools", "GitOps.Cake"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feed-");

    public string Folder => Path.Combine(_folder.FullName, "packages");

    public string Configuration =>
        $"<configuration><packageSources><add key=\"local\" value=\"{Folder}\" /></packageSources></configuration>";

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Shipped)
            await PackAsync(project);

        await PackAsync("Cake.Frosting", "-p:PackStandIn=true");
    }

    /// <summary>Gives a process a clean environment for MSBuild and a folder of restored packages of its own.</summary>
    public void Prepare(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name is "CI" or "KUBECONFIG").ToList())
            start.Environment.Remove(name);

        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "restored");
        start.Environment["NO_COLOR"] = "1";
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task PackAsync(string project, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "pack", ThisRepository.PathOf($"src/{project}"), "--configuration", "Release", "--output", Folder,
            $"-p:ArtifactsPath={Path.Combine(_folder.FullName, "artifacts")}", "-p:RunAnalyzers=false", "--verbosity", "quiet", "--nologo", .. more,
        ]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        using var pack = Process.Start(start)!;
        (await BuildProgram.ReadAsync(pack)).ShouldSucceed();
    }
}
