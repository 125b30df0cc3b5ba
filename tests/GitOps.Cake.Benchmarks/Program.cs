using GitOps.Cake.Benchmarks;

return args switch
{
    ["diff", .. var options] => await DiffBenchmark.RunAsync(BenchmarkOptions.Parse(options)),
    ["diff-once", .. var options] => await OneDiff.RunAsync(BenchmarkOptions.Parse(options)),
    ["floor-once", .. var options] => await OneFloor.RunAsync(BenchmarkOptions.Parse(options)),
    ["generated", .. var counts] => await GeneratedBenchmark.RunAsync([.. counts.DefaultIfEmpty("50").Select(int.Parse)]),
    ["templates"] => TemplateBenchmark.Run(),
    ["load", .. var counts] => await LoadBenchmark.RunAsync(int.Parse(counts is [var count, ..] ? count : "350")),
    ["load-once", var what, var file] => await LoadBenchmark.OnceAsync(what, file),
    ["cli-overhead"] => await CliOverhead.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        diff --file F --helm H --kubeconfig K [--environment E] [--context C] [--state NAME]
            Measures a diff of any project against the floor: helm template of the same releases, spread over the cores.
        generated [COUNT ...]
            Measures generated projects of COUNT releases (50 by default) on a control plane of its own, in three states.
        templates
            Measures the template engine alone: a template of 1,000 lines with 100 loops, time and allocation.
        load [COUNT]
            Measures reading a project of COUNT releases (350 by default) with environments and three values files each.
        cli-overhead
            Measures what a call of the real helmfile costs through the client, with programs that answer at once.
        """);
    return 2;
}
