using System.Collections.Immutable;
using GitOps.Cake.Conformance.Suites;

namespace GitOps.Cake.Conformance;

/// <summary>What a conformance run is told on its command line.</summary>
internal sealed record ConformanceOptions
{
    public const string Usage =
        """
        --cases DIR --answers DIR --charts DIR --helm PATH [--kubectl PATH] [--kubeconfig F] [--filter GLOB]... [--jobs N] [--json FILE]
        --helm PATH ...                                    the same with the cases that this project carries
        --cases DIR --answers DIR --charts DIR --pack DIR  packs cases and answers as this project carries them

        Runs every case with the native engine and compares what it does with the recorded answers of the real helmfile.
        --cases, --answers, --charts   the folders of a set of cases; answers may hold one folder per major of helm
        --helm        helm 3 or 4; its major chooses the answers
        --kubectl     for cases that call it; by default the one on the PATH
        --kubeconfig  a cluster to throw away, on loopback; by default one is started for the run
        --filter      runs cases whose name (group/case) matches, as in errors/*; may be repeated
        --jobs        how many cases without a cluster run at once; by default as many as there are cores
        --json        writes the result of every case and step
        --texts yes   also reads what helmfile printed of each comparison, as the engine that drives it does, and compares the plans
        """;

    private static readonly ImmutableArray<string> Names =
        ["--cases", "--answers", "--charts", "--helm", "--kubectl", "--kubeconfig", "--filter", "--jobs", "--json", "--pack", "--texts"];

    public required string Cases { get; init; }

    public required string Answers { get; init; }

    public required string Charts { get; init; }

    public required string Helm { get; init; }

    public string? Kubectl { get; init; }

    public string? KubeConfig { get; init; }

    public ImmutableArray<string> Filters { get; init; } = [];

    public int Jobs { get; init; } = Environment.ProcessorCount;

    public string? Json { get; init; }

    /// <summary>The folder that the cases are packed into, in place of a run.</summary>
    public string? Pack { get; init; }

    /// <summary>Whether the plan that is read from helmfile's text is compared with the engine's own.</summary>
    public bool ReadsTexts { get; init; }

    /// <summary>Whether cases with or without a cluster are run; null for both.</summary>
    public bool? WithCluster { get; init; }

    public static bool IsOne(string argument) => Names.Contains(argument.Split('=')[0]) || argument is "--help";

    /// <summary>Reads the options of a run.</summary>
    /// <param name="arguments">The words of the command line.</param>
    /// <param name="own">The suite that is run where no other is named.</param>
    /// <exception cref="UsageException">Something is missing, unknown, or not there.</exception>
    public static ConformanceOptions Parse(IReadOnlyList<string> arguments, Lazy<OwnSuite> own)
    {
        var given = Given(arguments);
        var isOwn = !given.Contains("--cases") && !given.Contains("--answers") && !given.Contains("--charts");
        return new()
        {
            Cases = isOwn ? own.Value.Cases : Folder("--cases"),
            Answers = isOwn ? own.Value.Recorded : Folder("--answers"),
            Charts = isOwn ? own.Value.Charts : Folder("--charts"),
            Helm = FilePath("--helm") ?? (given.Contains("--pack") ? "" : throw new UsageException("--helm is missing: name a helm 3 or helm 4.")),
            Kubectl = FilePath("--kubectl"),
            KubeConfig = FilePath("--kubeconfig"),
            Filters = [.. given["--filter"]],
            Jobs = Last("--jobs") is not { } jobs ? Environment.ProcessorCount
                : int.TryParse(jobs, out var count) && count > 0 ? count : throw new UsageException($"--jobs {jobs} is no number above 0."),
            Json = Last("--json") is { } json ? Path.GetFullPath(json) : null,
            ReadsTexts = Last("--texts") is "yes",
            Pack = Last("--pack") is { } pack ? Path.GetFullPath(pack) : null,
        };

        string? Last(string name) => given[name].LastOrDefault();

        string Folder(string name)
        {
            var path = Path.GetFullPath(Last(name) ?? throw new UsageException($"{name} is missing."));
            return Directory.Exists(path) ? path : throw new UsageException($"{name}: there is no folder {path}.");
        }

        string? FilePath(string name) => Last(name) is not { } path ? null
            : File.Exists(path) ? Path.GetFullPath(path) : throw new UsageException($"{name}: there is no file {Path.GetFullPath(path)}.");
    }

    private static ILookup<string, string> Given(IReadOnlyList<string> arguments)
    {
        var given = new List<(string Name, string Value)>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var (name, value) = arguments[index].Split('=', 2) is [var before, var after] ? (before, after) : (arguments[index], null);
            if (!Names.Contains(name))
                throw new UsageException($"\"{arguments[index]}\" is no option.");
            given.Add((name, value ?? (index + 1 < arguments.Count ? arguments[++index] : throw new UsageException($"{name} has no value."))));
        }

        return given.ToLookup(option => option.Name, option => option.Value);
    }
}
