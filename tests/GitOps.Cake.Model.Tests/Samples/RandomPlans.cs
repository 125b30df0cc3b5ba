using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Tests.Samples;

/// <summary>Plans and reports of any content that their types allow; the same for the same seed.</summary>
internal sealed class RandomPlans(int seed)
{
    private static readonly string[] Words =
    [
        "", "web", "web/backend", "registry.example/a:1.2", "ünïcode", "日本語", "😀👩‍👩‍👧", "a\nb\r\nc\t", "\u0000\u001b[31m\u007f\u0085",
        "\u202Egnp.exe\u2066", "\u2028\u2029\uFEFF", "</details>", "```", "@everyone", "\"quoted\" \\ \\\\", "' & < >", "1.0", "null", " ", "e\u0301",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1.0", "1", "1e400", "-1.5E-7", "18446744073709551616", "9007199254740993", "0.1", "1E+2",
        "123456789012345678901234567890.123456789", "\"\"", "\"text\"", "\"\\u00e4\\n\\u0000\\ud83d\\ude00\"", "[]", "{}",
        "[1,null,{\"a\":[]}]", "{\"b\":1,\"a\":{\"\\u00fc\":null}}",
    ];

    private readonly Random _random = new(seed);

    public Plan Plan() => new()
    {
        Scope = Word(),
        Environment = Word(),
        SecretsBound = Flag(),
        Clusters = Some(3, () => new PlannedCluster(Word(), Word())),
        Origin = Origin(),
        Warnings = Some(3, Word),
        Releases = Some(5, Release),
    };

    public ApplyReport Report() => new()
    {
        Plan = Plan(),
        DryRun = Flag(),
        Interrupted = Flag(),
        Duration = Duration(),
        Releases = Some(5, Outcome),
    };

    private PlanOrigin Origin() => new()
    {
        CreatedAt = Maybe(() => (DateTimeOffset?)new DateTimeOffset(_random.NextInt64(DateTime.MaxValue.Ticks / 2), TimeSpan.FromMinutes(_random.Next(-800, 800)))),
        Engine = Maybe(Word),
        Helm = Maybe(Word),
        Kubernetes = Maybe(Word),
        KubeContext = Maybe(Word),
        File = Maybe(Word),
        Commit = Maybe(Word),
        Duration = Maybe(() => (TimeSpan?)Duration()),
    };

    private PlannedRelease Release() => new()
    {
        Release = Id(),
        Action = Any<ReleaseAction>(),
        Reason = Any<ChangeReason>(),
        Detail = Maybe(Word),
        Comparison = Any<Comparison>(),
        Chart = Word(),
        ChartVersion = Maybe(Word),
        DeployedChartVersion = Maybe(Word),
        Revision = Maybe(() => (int?)_random.Next()),
        Status = Maybe(Word),
        DeployedDigest = Maybe(Word),
        DesiredDigest = Maybe(Word),
        Resources = Some(4, Resource),
        UnchangedResources = _random.Next(),
        HasSecrets = Flag(),
        Error = Maybe(Word),
        Duration = Maybe(() => (TimeSpan?)Duration()),
    };

    private ResourceChange Resource() => new()
    {
        Resource = new ResourceId(Word(), Word(), Word(), Word()),
        Change = Any<ResourceChangeKind>(),
        Fields = Some(4, Field),
        Diff = Maybe(() => $" {Word()}\n-{Word()}\n+{Word()}\n"),
        Owner = Maybe(Word),
    };

    private FieldChange Field() => new()
    {
        Path = Word(),
        Old = Maybe(Value),
        New = Maybe(Value),
        Redacted = Flag(),
        OldSize = Maybe(() => (int?)_random.Next()),
        NewSize = Maybe(() => (int?)_random.Next()),
    };

    private ReleaseOutcome Outcome() => new()
    {
        Release = Id(),
        Outcome = Any<ReleaseOutcomeKind>(),
        Reason = Maybe(Word),
        Revision = Maybe(() => (int?)_random.Next()),
        ChartVersion = Maybe(Word),
        Duration = Duration(),
    };

    private ReleaseId Id() => new(Word(), Word(), Maybe(Word));

    private JsonElement? Value()
    {
        // The document is gone before the plan is used.
        using var document = JsonDocument.Parse(Values[_random.Next(Values.Length)]);
        return new FieldChange { Path = "", Old = document.RootElement }.Old;
    }

    private string Word() => string.Concat(Some(2, () => Words[_random.Next(Words.Length)]));

    private TimeSpan Duration() => new(_random.NextInt64(TimeSpan.TicksPerDay * 400));

    private bool Flag() => _random.Next(2) == 0;

    private T? Maybe<T>(Func<T?> make) => Flag() ? make() : default;

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private ImmutableArray<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => make())];
}
