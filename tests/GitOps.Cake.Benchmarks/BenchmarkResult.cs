using System.Text.Json.Nodes;

namespace GitOps.Cake.Benchmarks;

/// <summary>The result of a benchmark against the floor, written as one line of JSON.</summary>
internal sealed record BenchmarkResult
{
    public int Releases { get; init; }

    public required string State { get; init; }

    public double FloorMs { get; init; }

    public double CallMs { get; init; }

    public double Ratio { get; init; }

    public double WholeMs { get; init; }

    public int HelmProcesses { get; init; }

    public double PeakMib { get; init; }

    /// <summary>The result of a diff, the one that is known by these names alone.</summary>
    public string ToJson() => Json("diff_ms").ToJsonString();

    /// <summary>The result of any call.</summary>
    public string ToJson(string call)
    {
        var json = Json("call_ms");
        json.Insert(0, "what", call);
        return json.ToJsonString();
    }

    private JsonObject Json(string time) => new()
    {
        ["releases"] = Releases,
        ["state"] = State,
        ["floor_ms"] = FloorMs,
        [time] = CallMs,
        ["ratio"] = Ratio,
        ["whole_ms"] = WholeMs,
        ["helm_processes"] = HelmProcesses,
        ["peak_mib"] = PeakMib,
    };
}
