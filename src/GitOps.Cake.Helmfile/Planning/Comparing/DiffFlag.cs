namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>A flag of <c>helm diff</c> that the engine understands.</summary>
/// <param name="TakesValue">Whether it needs a value.</param>
/// <param name="Read">Adds it to what was read so far.</param>
internal sealed record DiffFlag(bool TakesValue, Func<DiffArguments, string, DiffArguments> Read);
