using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Http;
using GitOps.Cake.Testing;
using GitOps.Cake.Testing.GitHub;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>A GitHub in memory with one repository, a clock that stands still, and runs that report to it.</summary>
internal class GitHubBench : IDisposable
{
    public const string Repository = "owner/name";

    private readonly List<IDisposable> _owned = [];

    public GitHubBench()
    {
        GitHub = new(Clock);
        Repo = GitHub.AddRepository(Repository);
        Head = Repo.Head("main");
        Variables["GITHUB_API_URL"] = FakeGitHub.Api.ToString();
        Variables["GITHUB_REPOSITORY"] = Repository;
        Variables["GITHUB_SHA"] = Head;
    }

    public TestClock Clock { get; } = new();

    public FakeGitHub GitHub { get; }

    public FakeRepository Repo { get; }

    /// <summary>The head of the default branch at the start.</summary>
    public string Head { get; }

    /// <summary>The environment of runs.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public RecordedLog Log { get; } = new();

    /// <summary>The clock of this machine, where it differs from GitHub's.</summary>
    public TimeProvider? OwnClock { get; set; }

    /// <summary>A folder that is no repository.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory();

    public PipelineSettings Pipeline => new()
    {
        Time = OwnClock ?? Clock,
        Transport = GitHub.CreateHandler,
        Jitter = () => 0.5,
    };

    /// <summary>A run with the bench's environment.</summary>
    public GitHubRun Run(GitHubSettings? settings = null, Interruption? interruption = null)
    {
        var variables = Variables.ToDictionary();
        return Own(new GitHubRun(settings ?? new(), new()
        {
            Workspace = Folder.FullName,
            Runner = new ToolRunner(),
            Log = Log,
            Variable = name => variables.GetValueOrDefault(name),
            Pipeline = Pipeline,
            Interruption = interruption,
        }));
    }

    /// <summary>The API with a token.</summary>
    public GitHubApi Api(string token) => Own(new GitHubApi(FakeGitHub.Api, new Cake.GitHub.Authentication.FixedToken(new(token)), Pipeline));

    /// <summary>Waits for work on the bench's clock.</summary>
    public Task<T> Wait<T>(Task<T> work) => Clock.RunAsync(work);

    /// <summary>Waits for work on the bench's clock.</summary>
    public Task Wait(Task work) => Clock.RunAsync(Done(work));

    public void Dispose()
    {
        _owned.ForEach(owned => owned.Dispose());
        GitHub.Dispose();
        Folder.Delete(recursive: true);
    }

    private static async Task<bool> Done(Task work)
    {
        await work;
        return true;
    }

    private T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }
}
