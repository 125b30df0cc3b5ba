using System.Diagnostics;
using System.Globalization;
using GitOps.Cake.Templates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Benchmarks;

/// <summary>Measures the template engine alone: a template of 1,000 lines with 100 loops, read and rendered again and again.</summary>
internal static class TemplateBenchmark
{
    private const int Rounds = 200;

    /// <summary>A build program is compiled for speed only after some seconds (GitOpsRecompileDelay); what is measured is the engine in a program that goes on.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    private const string Block =
        """
        {{- range $index, $item := .items }}
        - name: {{ $item.name | upper | quote }}
          index: {{ add $index 1 }}
          port: {{ $item.port | default 80 }}
          {{- if eq (mod $index 2) 0 }}
          even: {{ printf "%03d" $index }}
          {{- end }}
          labels: {{ $item.labels | toJson }}
        {{- end }}
        # between two loops

        """;

    public static int Run()
    {
        var text = string.Concat(Enumerable.Repeat(Block, 100));
        var items = Enumerable.Range(0, 10).Select(index => (object?)new Dictionary<string, object?>
        {
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"item-{index}"),
            ["port"] = 8000 + index,
            ["labels"] = new Dictionary<string, object?> { ["app"] = "web", ["tier"] = "front" },
        }).ToList();
        var data = GoValue.From(new Dictionary<string, object?> { ["items"] = items });

        var template = Template.Parse("benchmark", text);
        template.Render(data);
        Measure("parse", () => Template.Parse("benchmark", text));
        Measure("render", () => template.Render(data));
        return 0;
    }

    private static void Measure(string what, Action action)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            action();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
            action();

        var milliseconds = watch.Elapsed.TotalMilliseconds / Rounds;
        var kibibytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024 / Rounds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"what\":\"{what}\",\"lines\":1000,\"loops\":100,\"ms\":{milliseconds:0.00},\"allocated_kib\":{kibibytes}}}"));
    }
}
