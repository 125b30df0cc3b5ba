using GitOps.Cake.Helmfile;
using GitOps.Cake.Testing;
using GitOps.Cake.Tests.Transcripts;

namespace GitOps.Cake.Tests.CliEngines;

/// <summary>A client of the real helmfile whose answers are recorded ones.</summary>
internal sealed class Replay
{
    private readonly RecordedLog _log = new();

    public Replay(string helmfile = "1.8.0") => Tools = RecordingToolRunner.WithHelmfile(helmfile);

    public RecordingToolRunner Tools { get; }

    public IReadOnlyList<string> Log => _log.Lines;

    public static HelmfileScope Scope { get; } = new() { Engine = HelmfileEngine.Cli, UseCurrentContext = true };

    /// <summary>helmfile answers a command as it did in a recorded call.</summary>
    public Replay Answers(string title, string? command = null, string version = "1.8.0-helm4")
    {
        var call = TranscriptFolder.Own().Single(call => call.Version == version && call.Title == title);
        Tools.On("helmfile", command ?? call.Command, new(call.Output, call.Log, call.ExitCode));
        return this;
    }

    /// <summary>The releases of the state files, as helmfile lists them.</summary>
    public Replay Lists(params string[] releases)
    {
        var rows = releases.Select(release => release.TrimEnd('-').Split('/')).Zip(releases, (id, release) =>
            $$"""{"name":"{{id[1]}}","namespace":"{{id[0]}}","enabled":true,"installed":{{(release.EndsWith('-') ? "false" : "true")}},"labels":"","chart":"charts/{{id[1]}}","version":""}""");
        Tools.On("helmfile", "list", new($"[{string.Join(',', rows)}]\n"));
        return this;
    }

    /// <summary>The last revisions in the cluster, as helm lists them: <c>name revision status</c>.</summary>
    public Replay Has(string @namespace, params string[] releases)
    {
        var rows = releases.Select(release => release.Split(' ')).Select(row =>
            $$"""{"name":"{{row[0]}}","namespace":"{{@namespace}}","revision":"{{row[1]}}","updated":"","status":"{{row[2]}}","chart":"cm-0.1.0","app_version":"1.0"}""");
        Tools.On(
            command => Path.GetFileName(command.Program) == "helm" && command.ToString().Contains($"--namespace {@namespace}") && command.ToString().Contains(" list "),
            new($"[{string.Join(',', rows)}]\n"));
        return this;
    }

    public HelmfileClient Client(bool progressPerRelease = false) => new(new() { Runner = Tools, Log = _log, ProgressPerRelease = progressPerRelease });

    /// <summary>The words of the calls of helmfile, without those that find out what there is.</summary>
    public IEnumerable<string> Calls() => Tools.Commands
        .Where(command => command.Program == "helmfile")
        .Select(command => command.ToString()["helmfile ".Length..])
        .Where(line => line != "--version");
}
