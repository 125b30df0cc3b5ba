using System.Diagnostics;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Git;

/// <summary>A repository in a temporary folder.</summary>
internal sealed class GitFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("git-");

    public GitFolder(bool init = true)
    {
        if (init)
            Run("init", "--quiet", "--initial-branch=main");
    }

    public string Path => _folder.FullName;

    public GitFolder Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Commits everything, also nothing.</summary>
    /// <returns>The SHA.</returns>
    public string Commit(string message)
    {
        Run("add", "--all");
        Run("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "-m", message);
        return Run("rev-parse", "HEAD");
    }

    public GitFolder Clone(params string[] options)
    {
        var clone = new GitFolder(init: false);
        clone.Run(["clone", "--quiet", .. options, $"file://{Path}", "."]);
        return clone;
    }

    public string Run(params string[] arguments)
    {
        var git = ProgramPath.OnPath("git") ?? throw TestTools.Missing("git");
        using var process = Process.Start(new ProcessStartInfo(git, ["-C", Path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
    }

    public void Dispose()
    {
        // Git's objects are read-only, which counts on some systems.
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
            file.IsReadOnly = false;

        _folder.Delete(recursive: true);
    }
}
