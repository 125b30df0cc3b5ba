using System.Diagnostics;
using System.Text.Json.Nodes;
using GitOps.Cake.Dummy;
using GitOps.Cake.EndToEnd.Bootstrap;

namespace GitOps.Cake.EndToEnd.RealHelmfile;

/// <summary>A helmfile and a helm that answer as recorded ones did, for the build program as ./build.sh starts it.</summary>
internal sealed class Story : IDisposable
{
    private const string Version = "1.8.0-helm4";

    private static readonly Lazy<Dictionary<string, JsonObject>> Calls = new(() => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Transcripts", $"{Version}.jsonl"))
        .Select(line => JsonNode.Parse(line)!.AsObject())
        .ToDictionary(call => call["name"]!.GetValue<string>()[3..]));

    // build.sh compiles the build program where its sources changed, which takes as long as it takes.
    private static readonly Lazy<Task> Compiled = new(async () =>
    {
        var outcome = await new Script(ThisRepository.PathOf("build.sh"), "--help") { Directory = Environment.CurrentDirectory }.RunAsync();
        outcome.ExitCode.ShouldBe(0, outcome.Error);
    });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("story-");
    private readonly JsonObject _helmfile = new() { ["--version"] = Answer($"helmfile version {Version.Split('-')[0]}\n") };
    private readonly JsonObject _helm = new()
    {
        ["version"] = Answer("v4.1.4+g05fa379\n"),
        ["plugin"] = Answer("NAME\tVERSION\tTYPE\ndiff\t3.15.11\tcli/v1\n"),
        ["list"] = Answer("[]\n"),
    };

    /// <summary>The command lines that the build program called, each behind the program's name.</summary>
    public string[] CommandLines => File.Exists(StoryCalls) ? File.ReadAllLines(StoryCalls) : [];

    /// <summary>A file in the folder of this story.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The digest of a plan that a run wrote.</summary>
    public string DigestOf(string plan) => JsonNode.Parse(File.ReadAllText(PathOf(plan)))!["digest"]!.GetValue<string>();

    private string StoryFile => Path.Combine(_folder.FullName, "story.json");

    private string StoryCalls => $"{StoryFile}.calls";

    /// <summary>A command is answered as in a recorded call.</summary>
    public Story Answers(string command, string title)
    {
        var call = Calls.Value[title];
        _helmfile[command] = Answer(call["stdout"]!.GetValue<string>(), call["stderr"]!.GetValue<string>(), call["exit"]!.GetValue<int>());
        return this;
    }

    /// <summary>A command waits, and is answered as in a recorded call once it is interrupted; a diff before it finds what that call found.</summary>
    public Story Waits(string command, string title)
    {
        var output = Calls.Value[title]["stdout"]!.GetValue<string>();
        var affected = output.Split('\n').Where(line => line.StartsWith("Comparing", StringComparison.Ordinal)).Select(line => $"  {line.Split('=', ',')[1]} (charts/web) UPDATED\n");
        _helmfile["diff"] = Answer(output, $"Affected releases are:\n{string.Concat(affected)}\nIdentified at least one change\n", exit: 2);
        Answers(command, title);
        _helmfile[command]!["waits"] = true;
        return this;
    }

    /// <summary>A command is answered with texts of which there is no recording.</summary>
    public Story Says(string command, string output = "", string log = "", int exit = 0)
    {
        _helmfile[command] = Answer(output, log, exit);
        return this;
    }

    /// <summary>The releases of the state files; a minus behind one that is not wanted.</summary>
    public Story Lists(params string[] releases)
    {
        var rows = releases.Select(release => new JsonObject
        {
            ["name"] = release.TrimEnd('-').Split('/')[1],
            ["namespace"] = release.Split('/')[0],
            ["enabled"] = true,
            ["installed"] = !release.EndsWith('-'),
            ["labels"] = "",
            ["chart"] = "charts/cm",
            ["version"] = "",
        });
        _helmfile["list"] = Answer(new JsonArray([.. rows]).ToJsonString() + "\n");
        return this;
    }

    /// <summary>The releases that helm knows.</summary>
    public Story Has(params string[] releases)
    {
        var rows = releases.Select(release => new JsonObject
        {
            ["name"] = release.Split('/')[1],
            ["namespace"] = release.Split('/')[0],
            ["revision"] = "1",
            ["updated"] = "",
            ["status"] = "deployed",
            ["chart"] = "cm-0.1.0",
            ["app_version"] = "1.0",
        });
        _helm["list"] = Answer(new JsonArray([.. rows]).ToJsonString() + "\n");
        return this;
    }

    public async Task<Deploying.ProgramRun> RunAsync(string target, params string[] more)
    {
        await Compiled.Value;
        using var program = Start(target, more);
        return await Deploying.BuildProgram.ReadAsync(program);
    }

    public async Task<Process> StartAsync(string target, params string[] more)
    {
        await Compiled.Value;
        return Start(target, more);
    }

    private Process Start(string target, params string[] more)
    {
        File.WriteAllText(StoryFile, new JsonObject { ["helmfile"] = _helmfile.DeepClone(), ["helm"] = _helm.DeepClone() }.ToJsonString());
        return Deploying.BuildProgram.StartScript(
            [$"--target={target}", $"--helmfile-binary={Program("helmfile")}", .. Options(target), .. more],
            [("DUMMY_STORY", StoryFile), ("HELM_BIN", Program("helm")), ("KUBECONFIG", Path.Combine(_folder.FullName, "none.kubeconfig"))]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Commands about helmfile itself work on no project, and two of them are the real helmfile's alone.</summary>
    private string[] Options(string target) => target switch
    {
        "HelmfileInit" => [],
        "HelmfileCreate" => [$"--workspace={_folder.FullName}"],
        "HelmfileVersion" or "HelmfileCache" => ["--engine=cli"],
        _ => ["--engine=cli", $"--workspace={_folder.FullName}"],
    };

    private static JsonObject Answer(string output, string log = "", int exit = 0) => new() { ["stdout"] = output, ["stderr"] = log, ["exit"] = exit };

    private string Program(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\nexec '{Commands.Path}' replay {name} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        return path;
    }
}
