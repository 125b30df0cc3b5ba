using System.Diagnostics;
using System.Text.RegularExpressions;
using GitOps.Cake.EndToEnd.Deploying;
using GitOps.Cake.Testing;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.EndToEnd.OnGitHub;

/// <summary>A project whose repository is on a GitHub in memory, for the build program: it is checked out, and its cluster is called staging.</summary>
internal sealed class GitHubProject : IDisposable
{
    public const string Repository = "owner/name";

    private readonly Project _project;
    private readonly FakeGitHubServer _server;

    public GitHubProject(LocalControlPlane cluster)
    {
        _project = new(cluster);
        Repo = GitHub.AddRepository(Repository);
        _server = FakeGitHubServer.Start(GitHub);
        Directory.CreateDirectory(Path.Combine(Folder, ".git"));
        Write("staging.kubeconfig", Regex.Replace(File.ReadAllText(cluster.KubeConfigPath), $@"\b{Regex.Escape(cluster.Context)}\b", "staging"));
        Write("deploy/helmfile.yaml", $"environments:\n  staging: {{}}\n---\nreleases:\n  - {{name: web, namespace: {_project.Namespace}, chart: ../chart, values: [{{mode: dark}}]}}\n");
    }

    public FakeGitHub GitHub { get; } = new();

    public FakeRepository Repo { get; }

    public string Folder => _project.Folder;

    public string Namespace => _project.Namespace;

    /// <summary>The variables of every run.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public GitHubProject Write(string path, string text)
    {
        _project.Write(path, text);
        return this;
    }

    /// <summary>A program for sh in the project's folder.</summary>
    public string Program(string name, string script)
    {
        Write(name, $"#!/bin/sh\n{script}\n");
        var path = Path.Combine(Folder, name);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        return path;
    }

    /// <summary>Options as the samples have them.</summary>
    public string[] Line(string target, params string[] more) => [$"--target={target}", "--file=deploy/helmfile.yaml", "--environment=staging", "--context=staging", .. more];

    public async Task<ProgramRun> RunAsync(IEnumerable<string> line, params (string Name, string Value)[] place)
    {
        using var process = Start(line, place);
        var run = await BuildProgram.ReadAsync(process);
        GitHub.Violations.ShouldBeEmpty();
        return run;
    }

    public Process Start(IEnumerable<string> line, params (string Name, string Value)[] place) => BuildProgram.Start(
        line,
        [
            ("GITHUB_API_URL", _server.Api.ToString()), ("KUBECONFIG", Path.Combine(Folder, "staging.kubeconfig")), ("HELM_BIN", RealTools.Helm(4)), ("TMPDIR", _project.TempFolder),
            .. Variables.Select(variable => (variable.Key, (string?)variable.Value)), .. place.Select(variable => (variable.Name, (string?)variable.Value)),
        ],
        Folder);

    public Task<string> HelmAsync(params string[] arguments) => _project.HelmAsync(arguments);

    public void Dispose()
    {
        _server.Dispose();
        GitHub.Dispose();
        _project.Dispose();
    }
}
