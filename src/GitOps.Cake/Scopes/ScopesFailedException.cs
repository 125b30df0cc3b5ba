using System.Collections.Immutable;

namespace GitOps.Cake.Scopes;

/// <summary>A task failed for some of the scopes that it ran for.</summary>
/// <param name="failures">Those scopes, and why.</param>
/// <param name="count">How many it ran for.</param>
internal sealed class ScopesFailedException(ImmutableArray<(string Name, GitOpsException Failure)> failures, int count) : GitOpsException(
    $"{failures.Length} of {count} scopes failed: {string.Join(", ", failures.Select(failure => failure.Name))}.\n"
    + string.Join('\n', failures.Select(failure => $"{failure.Name}: {failure.Failure.Message}")),
    failures[0].Failure)
{
    /// <summary>Why a scope failed; null where it did not.</summary>
    public GitOpsException? Of(string scope) => failures.FirstOrDefault(failure => failure.Name == scope).Failure;
}
