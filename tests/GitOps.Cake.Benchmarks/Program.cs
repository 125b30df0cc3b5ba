using GitOps.Cake.Benchmarks;

return args switch
{
    ["diff", .. var options] => await DiffBenchmark.RunAsync(BenchmarkOptions.Parse(options)),
    ["diff-once", .. var options] => await OneDiff.RunAsync(BenchmarkOptions.Parse(options)),
    ["floor-once", .. var options] => await OneFloor.RunAsync(BenchmarkOptions.Parse(options)),
    ["generated", .. var counts] => await GeneratedBenchmark.RunAsync([.. counts.DefaultIfEmpty("50").Select(int.Parse)]),
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
        cli-overhead
            Measures what a call of the real helmfile costs through the client, with programs that answer at once.
        """);
    return 2;
}
