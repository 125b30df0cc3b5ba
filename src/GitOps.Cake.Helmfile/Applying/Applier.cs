using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>
/// Carries out a plan, state file by state file: a file that failed stops those that come after it. Files that stand side by
/// side in a folder know nothing of each other, and are applied at once.
/// </summary>
internal sealed class Applier(EnginePorts ports, ApplyRules rules)
{
    public async Task<ApplyReport> ApplyAsync(PreparedPlan plan, CancellationToken cancellationToken)
    {
        var started = ports.Time.GetTimestamp();
        var board = new OutcomeBoard();
        using var bound = new SemaphoreSlim(HelmBound.ForChanges(rules.Concurrency));
        var applier = new FileApplier(ports, rules, board, bound);
        await Task.WhenAll(plan.Helmfiles
            .GroupBy(helmfile => rules.InTurn ? 0 : helmfile.Root)
            .Select(helmfiles => InTurnAsync(applier, [.. helmfiles], cancellationToken))).ConfigureAwait(false);
        return new()
        {
            Plan = plan.Plan,
            Releases = [.. plan.Releases.Select(board.Of)],
            Errors = board.Errors,
            Interrupted = cancellationToken.IsCancellationRequested,
            Duration = ports.Time.GetElapsedTime(started),
        };
    }

    private static async Task InTurnAsync(FileApplier applier, ImmutableArray<PreparedHelmfile> helmfiles, CancellationToken cancellationToken)
    {
        var obstacle = default(string);
        foreach (var helmfile in helmfiles)
            obstacle = await applier.ApplyAsync(helmfile, obstacle, cancellationToken).ConfigureAwait(false);
    }
}
