using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile;

/// <summary>Hears how a command that changes clusters goes on. What it throws stops the command, and nothing was changed.</summary>
public sealed record ChangeSteps
{
    /// <summary>
    /// Hears which clusters will be changed, by context (null for the kubeconfig's current one), when the releases are chosen and nothing of
    /// the clusters was read yet.
    /// </summary>
    /// <value>By default nobody.</value>
    public Func<ImmutableArray<string?>, CancellationToken, Task> Entering { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Hears the plan of an apply before anything changes.</summary>
    /// <value>By default nobody.</value>
    public Func<Plan, CancellationToken, Task> Planned { get; init; } = (_, _) => Task.CompletedTask;

    internal Task EnterAsync(IEnumerable<string?> contexts, CancellationToken cancellationToken) =>
        Entering([.. contexts.Distinct().Order(StringComparer.Ordinal)], cancellationToken);
}
