using System.Diagnostics;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using GitOps.Cake.Tests.Pipelines;
using Microsoft.Extensions.DependencyInjection;

namespace GitOps.Cake.Tests.Scopes;

/// <summary>A build with two scopes, in a repository of its own, run in this process.</summary>
internal sealed class ScopedBuild : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scopes-");

    public ScopedBuild()
    {
        Write("web/helmfile.yaml", "releases: [{name: web, chart: ./chart, values: [values.yaml]}]\n").Write("web/values.yaml", "a: 1\n");
        Write("db/helmfile.yaml", "releases: [{name: db, chart: ./chart}]\n");
        foreach (var folder in (string[])["web", "db"])
            Write($"{folder}/chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n");

        Git("init", "--quiet", "--initial-branch=main");
        Commit();
        Git("branch", "base");
    }

    /// <summary>What the last run logged.</summary>
    public string Log { get; private set; } = "";

    public ScopedBuild Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public ScopedBuild Commit()
    {
        Git("add", "--all");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "-m", "change");
        return this;
    }

    public int Run(string target, params string[] more)
    {
        var log = new RecordedCakeLog();
        var exit = new CakeHost().UseGitOps<ScopedTasks.TwoScopes>()
            .ConfigureServices(services => services.AddSingleton<ICakeLog>(log))
            .Run([$"--target={target}", $"--workspace={_folder.FullName}", .. more]);
        Log = log.Text;
        return exit;
    }

    public void Dispose()
    {
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
            file.IsReadOnly = false;

        _folder.Delete(recursive: true);
    }

    private void Git(params string[] words)
    {
        using var git = Process.Start("git", ["-C", _folder.FullName, .. words]);
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
