using System.Collections.Immutable;
using System.Globalization;

namespace GitOps.Cake.Benchmarks;

/// <summary>Which generated projects are measured, in which states.</summary>
internal sealed record GeneratedOptions
{
    private static readonly ImmutableArray<string> AllStates = ["nothing installed", "unchanged", "10 % changed"];

    public required ImmutableArray<int> Counts { get; init; }

    public required ImmutableArray<string> Calls { get; init; }

    public required ImmutableArray<string> States { get; init; }

    public required int Pairs { get; init; }

    public static GeneratedOptions Parse(string[] arguments)
    {
        ImmutableArray<int> counts = [.. arguments.TakeWhile(argument => !argument.StartsWith('-')).Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
        var values = BenchmarkOptions.Values(arguments[counts.Length..]);
        return new()
        {
            Counts = counts.IsEmpty ? [50] : counts,
            Calls = [.. values.GetValueOrDefault("--calls", "diff").Split(',')],
            States = [.. AllStates.Where(state => values.GetValueOrDefault("--states", string.Join(',', AllStates)).Split(',').Contains(state))],
            Pairs = int.Parse(values.GetValueOrDefault("--pairs", "5"), CultureInfo.InvariantCulture),
        };
    }
}
