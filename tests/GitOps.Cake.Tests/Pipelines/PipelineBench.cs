using System.Diagnostics;
using System.Text.Json;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using GitOps.Cake.GitHub.Http;
using GitOps.Cake.Hosting;
using GitOps.Cake.Testing;
using GitOps.Cake.Testing.GitHub;
using GitOps.Cake.Tooling;
using Microsoft.Extensions.DependencyInjection;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Whole builds in this process: real tasks on a host of Frosting, a GitHub in memory, a helmfile that says what a test wants.</summary>
internal sealed class PipelineBench : IDisposable
{
    public const string Repository = "owner/name";
    public const string Scope = "helmfile.yaml:default";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-");
    private int _runs;

    public PipelineBench()
    {
        Repo = GitHub.AddRepository(Repository);
        Directory.CreateDirectory(Path.Combine(Folder, ".git"));
        Token = GitHub.AddUser("somebody");
    }

    public FakeGitHub GitHub { get; } = new();

    public FakeRepository Repo { get; }

    public RecordingToolRunner Tools { get; } = HelmfileTexts.Project();

    public string Folder => _folder.FullName;

    public string SummaryFile { get => field ?? Path.Combine(Folder, "summary.md"); set; }

    /// <summary>What the run has in GITHUB_TOKEN; null for none.</summary>
    public string? Token { get; set; }

    /// <summary>The folder that runs build, where it is not the repository's root.</summary>
    public string? Workspace { get; set; }

    /// <summary>More variables of runs.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Everything that the last run logged.</summary>
    public string Log { get; private set; } = "";

    /// <summary>A run for the pull request of a branch, as its head is now or was at a commit.</summary>
    public int PullRequest(int number, string? value = "dark", string? sha = null, string run = "", int attempt = 1, params string[] more)
    {
        Tools.On("helmfile", "diff", HelmfileTexts.Diff(value));
        return Run("GitOpsPullRequest", PullRequestPlace(number, sha ?? Repo.Head("topic"), run: run, attempt: attempt), more);
    }

    /// <summary>The variables and the event of a run for a pull request; what is checked out is a merge that only GitHub knows.</summary>
    public Dictionary<string, string> PullRequestPlace(int number, string sha, string? fork = null, string run = "", int attempt = 1, bool merged = false)
    {
        var file = Path.Combine(Folder, "event.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            pull_request = new
            {
                number,
                merged,
                head = new { sha, @ref = "topic", repo = new { full_name = fork ?? Repository } },
                @base = new { @ref = "main", repo = new { full_name = Repository } },
            },
        }));
        return Place("pull_request", new('2', 40), run, attempt, ("GITHUB_REF", $"refs/pull/{number}/merge"), ("GITHUB_EVENT_PATH", file));
    }

    /// <summary>The variables and the event of a run for a push to the default branch that brought more than one commit.</summary>
    public Dictionary<string, string> PushPlace(string sha, string before)
    {
        var file = Path.Combine(Folder, "push.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { @ref = "refs/heads/main", before, after = sha }));
        return Place("push", sha, more: [("GITHUB_REF", "refs/heads/main"), ("GITHUB_EVENT_PATH", file)]);
    }

    /// <summary>A run for a push to the default branch.</summary>
    public int Push(string sha, string? value = "dark", params string[] more)
    {
        Prepare(value);
        return OnMain("GitOpsMain", sha, more);
    }

    /// <summary>An apply without a pipeline, for a push to the default branch.</summary>
    public int Apply(string sha, string? value = "dark", params string[] more)
    {
        Prepare(value);
        return OnMain("HelmfileApply", sha, more);
    }

    /// <summary>A run of any target for a push to the default branch.</summary>
    public int OnMain(string target, string sha, params string[] more) =>
        Run(target, Place("push", sha, more: ("GITHUB_REF", "refs/heads/main")), ["--current-context", .. more]);

    /// <summary>From now on an apply would give the field this value.</summary>
    public void Prepare(string? value) => Tools.On("helmfile", "diff", HelmfileTexts.Diff(value)).On("helmfile", "apply", HelmfileTexts.Apply(value));

    /// <summary>How often something was applied.</summary>
    public int Applied => Tools.Commands.Count(command => command.ToString().Contains(" apply", StringComparison.Ordinal));

    /// <summary>A run of any target.</summary>
    public int Run(string target, IReadOnlyDictionary<string, string> place, params string[] more) => Run<BenchContext>(target, place, more);

    /// <summary>A run of any target of a build of its own.</summary>
    public int Run<TContext>(string target, IReadOnlyDictionary<string, string> place, params string[] more)
        where TContext : class, IGitOpsContext
    {
        var variables = place.Concat(Variables).ToDictionary();
        variables["GITHUB_STEP_SUMMARY"] = SummaryFile;
        if (Token is not null)
            variables["GITHUB_TOKEN"] = Token;

        using var interruption = new Interruption(new() { Register = false, Exit = _ => { } });
        Interruption = interruption;
        var log = new RecordedCakeLog();
        var around = new RunSurroundings
        {
            Variable = variables.GetValueOrDefault,
            GitHub = new PipelineSettings { Transport = GitHub.CreateHandler },
            Interruption = interruption,
            Runner = Tools,
        };
        string[] engine = target.StartsWith("GitOps", StringComparison.Ordinal) || target.StartsWith("Helmfile", StringComparison.Ordinal) || target == "ApprovedOnly" ? ["--engine=cli"] : [];
        string[] arguments = [$"--target={target}", .. engine, $"--workspace={Workspace ?? Folder}"];
        var exit = new CakeHost().UseGitOps<TContext>()
            .ConfigureServices(services => services.AddSingleton(around).AddSingleton<ICakeLog>(log))
            .Run([.. arguments, .. more]);
        Log = log.Text;
        return exit;
    }

    /// <summary>The signal of the run that is going on.</summary>
    public Interruption? Interruption { get; private set; }

    /// <summary>The variables of a run in GitHub Actions.</summary>
    public Dictionary<string, string> Place(string name, string sha, string run = "", int attempt = 1, params (string Name, string Value)[] more) => new[]
    {
        ("GITHUB_ACTIONS", "true"), ("GITHUB_EVENT_NAME", name), ("GITHUB_REPOSITORY", Repository), ("GITHUB_SHA", sha), ("GITHUB_SERVER_URL", "https://github.example"),
        ("GITHUB_API_URL", FakeGitHub.Api.ToString()), ("GITHUB_RUN_ID", run.Length > 0 ? run : $"{++_runs}"), ("GITHUB_RUN_ATTEMPT", $"{attempt}"),
    }.Concat(more).ToDictionary(variable => variable.Item1, variable => variable.Item2);

    /// <summary>Makes the folder a real repository, in which a file is new since the branch main.</summary>
    public void Change(string file)
    {
        Directory.Delete(Path.Combine(Folder, ".git"));
        Git("init", "--quiet", "-b", "main");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "-m", "first");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, file))!);
        File.WriteAllText(Path.Combine(Folder, file), "a: 1\n");
    }

    /// <summary>What git answers in the folder.</summary>
    public string Git(params string[] words)
    {
        using var git = Process.Start(new ProcessStartInfo("git", words) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output;
    }

    /// <summary>The states that a context of a commit had, in order.</summary>
    public string States(string sha, string context) =>
        string.Join(' ', Repo.AllStatuses(sha).Where(status => status.Context == context).Select(status => status.State));

    public void Dispose()
    {
        GitHub.Dispose();
        _folder.Delete(recursive: true);
    }
}
