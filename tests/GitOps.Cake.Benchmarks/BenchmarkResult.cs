using System.Text.Json;

namespace GitOps.Cake.Benchmarks;

/// <summary>The result of a benchmark, written as one line of JSON.</summary>
internal sealed record BenchmarkResult
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public int Releases { get; init; }

    public required string State { get; init; }

    public double FloorMs { get; init; }

    public double DiffMs { get; init; }

    public double Ratio { get; init; }

    public double WholeMs { get; init; }

    public int HelmProcesses { get; init; }

    public double PeakMib { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Names);
}
