namespace GitOps.Cake.Helmfile.Cli.Answers;

/// <summary>What helmfile found no release for.</summary>
/// <param name="Selectors">The selectors, joined by commas; empty where none was given.</param>
/// <param name="Environment">The environment.</param>
internal sealed record NothingMatched(string Selectors, string Environment);
