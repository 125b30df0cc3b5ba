using System.Globalization;
using GitOps.Cake.Benchmarks;

return args switch
{
    ["diff", .. var options] => await CompareAsync("diff", options),
    ["template" or "apply", .. var options] => await CompareAsync(args[0], options),
    ["generated", .. var options] => await GeneratedBenchmark.RunAsync(GeneratedOptions.Parse(options)),
    ["hold", .. var counts] => await HeldProject.RunAsync(Count(counts, 50)),
    ["templates"] => TemplateBenchmark.Run(),
    ["load", .. var counts] => await LoadBenchmark.RunAsync(Count(counts, 350), runs: 5),
    ["cli-overhead"] => await CliOverhead.RunAsync(),
    ["once", "floor", .. var options] => await OneFloor.RunAsync(BenchmarkOptions.Parse(options)),
    ["once", var call, .. var options] => OneCall.Run(call, options),
    _ => Usage(),
};

static int Count(string[] arguments, int usual) => arguments is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : usual;

static async Task<int> CompareAsync(string call, string[] options)
{
    var result = await PairBenchmark.RunAsync(call, BenchmarkOptions.Parse(options));
    Console.WriteLine(call == "diff" ? result.ToJson() : result.ToJson(call));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        diff --file F --helm H --kubeconfig K [--environment E] [--context C] [--state NAME] [--pairs N]
            Measures a diff of any project against the floor: helm template of the same releases, spread over the cores. 5 pairs by default.
        apply ..., template ...
            The same with an apply, which must find nothing to do, and with a rendering.
        generated [COUNT ...] [--calls diff,apply,template] [--states 'nothing installed,unchanged,10 % changed'] [--pairs N]
            Measures generated projects of COUNT releases (50 by default) on a control plane of its own. By default diffs, in all three states.
        hold [COUNT]
            Deploys a generated project on a control plane of its own and keeps it until the input ends; prints the options for diff.
        templates
            Measures the template engine alone: a template of 1,000 lines with 100 loops, time and allocation.
        load [COUNT]
            Measures list, build and write-values of a project of COUNT releases (350 by default) with environments and three values files each.
        cli-overhead
            Measures what a call of the real helmfile costs through the client, with programs that answer at once.
        Generated projects, hold and load need the folder of tools that GITOPS_TOOLS names (./build.sh --target=RestoreTools makes .tools).
        """);
    return 2;
}
