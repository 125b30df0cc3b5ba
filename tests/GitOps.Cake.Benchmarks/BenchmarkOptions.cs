using System.Globalization;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Benchmarks;

/// <summary>What is measured.</summary>
internal sealed record BenchmarkOptions
{
    public required string File { get; init; }

    public required string Helm { get; init; }

    public string? KubeConfig { get; init; }

    public string? Environment { get; init; }

    /// <summary>The folder that paths start from, and that values are written to.</summary>
    public string? Workspace { get; init; }

    public string? Context { get; init; }

    /// <summary>A word for the state of the cluster, for the result.</summary>
    public string? State { get; init; }

    /// <summary>How often the floor and the call are measured in turn.</summary>
    public int Pairs { get; init; } = 5;

    public HelmfileScope Scope => new()
    {
        File = File,
        HelmBinary = Helm,
        KubeConfig = KubeConfig,
        KubeContext = Context,
        Environment = Environment,
        UseCurrentContext = true,
    };

    public static BenchmarkOptions Parse(string[] arguments)
    {
        var values = Values(arguments);
        string? Value(string name) => values.GetValueOrDefault(name);
        string? FullPath(string name) => Value(name) is { } path ? Path.GetFullPath(path) : null;
        return new()
        {
            File = FullPath("--file") ?? throw new ArgumentException("--file is missing."),
            Helm = FullPath("--helm") ?? throw new ArgumentException("--helm is missing."),
            KubeConfig = FullPath("--kubeconfig"),
            Environment = Value("--environment"),
            Context = Value("--context"),
            State = Value("--state"),
            Pairs = Value("--pairs") is { } pairs ? int.Parse(pairs, CultureInfo.InvariantCulture) : 5,
        };
    }

    /// <summary>Reads <c>--name value</c> and <c>--name=value</c>.</summary>
    public static Dictionary<string, string> Values(string[] arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < arguments.Length; index++)
        {
            var (name, value) = arguments[index].Split('=', 2) is [var before, var after]
                ? (before, after)
                : (arguments[index], index + 1 < arguments.Length ? arguments[++index] : throw new ArgumentException($"{arguments[index]} has no value."));
            values[name] = value;
        }

        return values;
    }

    /// <summary>As <see cref="Parse"/> and Cake read them.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        $"--file={File}", $"--helm={Helm}",
        .. Option("--kubeconfig", KubeConfig), .. Option("--environment", Environment), .. Option("--context", Context), .. Option("--workspace", Workspace),
    ];

    private static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [$"{name}={value}"];
}
