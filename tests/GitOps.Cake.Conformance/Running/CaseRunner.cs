using System.Collections.Immutable;
using System.Diagnostics;
using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Conformance.Clusters;
using GitOps.Cake.Conformance.Comparing;
using GitOps.Cake.Conformance.Reporting;

namespace GitOps.Cake.Conformance.Running;

/// <summary>Runs one case after another in a lane, step by step.</summary>
/// <param name="lane">The lane.</param>
/// <param name="tools">The programs.</param>
/// <param name="answers">What helmfile answered.</param>
/// <param name="charts">The charts of all cases.</param>
/// <param name="cluster">The cluster; null in a lane without one.</param>
/// <param name="readsTexts">Whether the plan that is read from helmfile's text is compared, too.</param>
internal sealed class CaseRunner(Lane lane, Toolbox tools, AnswerFolder answers, string charts, ThrowawayCluster? cluster, bool readsTexts = false)
{
    public async Task<CaseResult> RunAsync(ConformanceCase @case, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var steps = new List<StepResult>();
        try
        {
            if (@case.NeedsCluster)
                await cluster!.EmptyAsync(cancellationToken);

            var workspace = new CaseWorkspace(@case, charts, lane.Folder);
            foreach (var step in @case.Steps)
            {
                steps.Add(await StepAsync(@case, step, workspace, cancellationToken));
                // What follows starts from a state that the engine did not make.
                if (steps[^1].Verdict is Verdict.Refused or Verdict.NotRun)
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ClusterException)
        {
            steps.Add(new(steps.Count + 1, Verdict.NotRun, [exception.Message]));
        }
        finally
        {
            lane.EndCase();
        }

        return new(@case.Name, [.. steps], Stopwatch.GetElapsedTime(started));
    }

    private async Task<StepResult> StepAsync(ConformanceCase @case, CaseStep step, CaseWorkspace workspace, CancellationToken cancellationToken)
    {
        var recorded = answers.Of(@case.Name, step.Number);
        if (!recorded.Exists)
            return new(step.Number, Verdict.NotRun, [$"no answer is recorded in {recorded.Folder}."]);

        foreach (var (path, content) in step.Write)
            workspace.Write(path, content);

        var calls = step.Helm.Select(words => ("helm", words)).Concat(step.Kubectl.Select(words => ("kubectl", words)));
        foreach (var (program, words) in calls)
        {
            var (exit, output) = await lane.CallAsync(@case, Path.Combine(tools.Bin, program), words, workspace.Case, cancellationToken);
            if (exit != 0)
                return new(step.Number, Verdict.Different, [$"{program} {string.Join(' ', words)} ended with {exit}: {output.Trim()}"]);
        }

        var before = step.Compare == CompareKind.Values ? workspace.Texts() : [];
        var answer = await lane.AskAsync(@case, workspace, step, cancellationToken);
        var after = step.Compare == CompareKind.Values ? workspace.Texts() : [];
        var result = StepComparison.Judge(step, recorded, new()
        {
            Answer = new Placeholders(workspace, lane.Folder, tools, cluster?.Server).In(answer),
            Releases = step.Compare is CompareKind.Apply or CompareKind.Sync or CompareKind.Destroy && cluster is not null
                ? await cluster.ReleasesAsync(cancellationToken)
                : null,
            Written = after.Where(file => !before.TryGetValue(file.Key, out var text) || text != file.Value).ToDictionary(StringComparer.Ordinal),
            File = workspace.Read,
        });
        return readsTexts && result.Verdict == Verdict.Same && step.Compare == CompareKind.Diff && answer.Plan.Length > 0
            ? WithText(result, [.. TextPlanComparison.Differences(step, recorded, Plans.PlanJson.Read(answer.Plan))])
            : result;
    }

    private static StepResult WithText(StepResult result, ImmutableArray<string> differences) =>
        differences.IsEmpty ? result : new(result.Number, Verdict.Different, differences);
}
