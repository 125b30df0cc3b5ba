using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>What came out of work on releases or files, in order, as far as it went.</summary>
/// <param name="Answers">What came out before the first failure.</param>
/// <param name="Failure">Everything that failed, in one; null where nothing did.</param>
internal sealed record WorkAnswers<T>(ImmutableArray<T> Answers, GitOpsException? Failure = null)
{
    /// <summary>The answers where all are wanted or none.</summary>
    /// <exception cref="GitOpsException">Something failed.</exception>
    public ImmutableArray<T> OrThrow() => Failure is null ? Answers : throw Failure;
}
