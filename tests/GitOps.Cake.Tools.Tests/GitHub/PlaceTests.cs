using GitOps.Cake.GitHub;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>What tests of places share: a run of given variables and options, in a folder that may become a repository of git's.</summary>
public abstract class PlaceTests : IDisposable
{
    protected const string Tip = "1111111111111111111111111111111111111111";
    protected const string Merge = "2222222222222222222222222222222222222222";
    protected const string PullHead = "3333333333333333333333333333333333333333";
    protected const string NoSha = "0000000000000000000000000000000000000000";

    private protected PlaceTests() => Bench.Variables.Clear();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal GitHubBench Bench { get; } = new();

    public void Dispose()
    {
        Bench.Dispose();
        GC.SuppressFinalize(this);
    }

    // Words are variables, or options as on the command line.
    internal GitHubRun Run(string given)
    {
        var words = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        foreach (var (name, value) in words.Where(word => !word.Key.StartsWith('-')))
            Bench.Variables[name] = value;

        return Bench.Run(new()
        {
            Repository = words.GetValueOrDefault("--repository"),
            Sha = words.GetValueOrDefault("--sha"),
            Branch = words.GetValueOrDefault("--branch"),
            RunUrl = words.GetValueOrDefault("--run-url"),
            PullRequest = words.GetValueOrDefault("--pull-request") is { } number ? int.Parse(number) : null,
        });
    }

    protected async Task<string> Git(params string[] words) => (await new ToolRunner().RunAsync(
        new("git", ["-C", Bench.Folder.FullName, "-c", "user.name=a", "-c", "user.email=a@b", .. words.Select(word => (Argument)word)]), Stop)).StandardOutput;
}
