namespace GitOps.Cake.Tooling;

/// <summary>A program that hands an interrupt on to some of its children by itself, which must not get a second one.</summary>
/// <param name="To">The name of the programs that it hands interrupts on to.</param>
/// <param name="Patience">After which time everything that is left is interrupted all the same.</param>
internal sealed record ForwardedInterrupts(string To, TimeSpan Patience);
