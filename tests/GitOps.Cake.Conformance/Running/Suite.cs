using System.Collections.Concurrent;
using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Conformance.Clusters;
using GitOps.Cake.Conformance.Reporting;

namespace GitOps.Cake.Conformance.Running;

/// <summary>Runs a set of cases: those with a cluster one after another, beside them the others in several lanes.</summary>
/// <param name="options">What is run.</param>
/// <param name="tools">The programs.</param>
/// <param name="report">Hears of results as they come.</param>
internal sealed class Suite(ConformanceOptions options, Toolbox tools, Action<CaseResult> report)
{
    private readonly AnswerFolder _answers = AnswerFolder.For(options.Answers, tools.HelmMajor);
    private readonly ConcurrentBag<CaseResult> _results = [];

    /// <summary>The results, by name. Cases for another helm are left out.</summary>
    public async Task<List<CaseResult>> RunAsync(CancellationToken cancellationToken)
    {
        var cases = Chosen().Where(IsRunnable).ToList();
        using var repository = cases.Exists(one => one.NeedsRepository) ? await ChartRepository.OpenAsync(options.Charts, tools, cancellationToken) : null;
        await using var cluster = cases.Exists(one => one.NeedsCluster) ? await ThrowawayCluster.OpenAsync(options.KubeConfig, cancellationToken) : null;
        var plain = new ConcurrentQueue<ConformanceCase>(cases.Where(one => !one.NeedsCluster));
        var withCluster = new ConcurrentQueue<ConformanceCase>(cases.Where(one => one.NeedsCluster));
        await Task.WhenAll(
        [
            LaneAsync(withCluster, cluster, cancellationToken),
            .. Enumerable.Range(0, Math.Min(options.Jobs, plain.Count)).Select(_ => LaneAsync(plain, cluster: null, cancellationToken)),
        ]);
        return [.. _results.OrderBy(result => result.Name, StringComparer.Ordinal)];
    }

    private List<ConformanceCase> Chosen()
    {
        var chosen = new List<ConformanceCase>();
        foreach (var (name, folder) in CaseReader.Find(options.Cases).Where(found => NameFilter.Matches(found.Name, options.Filters)))
        {
            try
            {
                chosen.Add(CaseReader.Read(name, folder));
            }
            catch (CaseFormatException exception)
            {
                Add(CaseResult.NotRun(name, $"the case cannot be read: {exception.Message}"));
            }
        }

        return [.. chosen.Where(one => one.IsFor(tools.HelmMajor) && (options.WithCluster ?? one.NeedsCluster) == one.NeedsCluster)];
    }

    private bool IsRunnable(ConformanceCase @case)
    {
        var missing = @case.CallsKubectl && tools.Kubectl is null ? "it calls kubectl, which is neither named nor on the PATH."
            : @case.Needs.Contains("git") && !tools.HasGit ? "it needs git, which is not on the PATH."
            : null;
        if (missing is not null)
            Add(CaseResult.NotRun(@case.Name, missing));
        return missing is null;
    }

    private async Task LaneAsync(ConcurrentQueue<ConformanceCase> cases, ThrowawayCluster? cluster, CancellationToken cancellationToken)
    {
        using var lane = new Lane(tools, cluster?.KubeConfig);
        var runner = new CaseRunner(lane, tools, _answers, options.Charts, cluster, options.ReadsTexts);
        while (cases.TryDequeue(out var one))
            Add(await runner.RunAsync(one, cancellationToken));
    }

    private void Add(CaseResult result)
    {
        _results.Add(result);
        report(result);
    }
}
