namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>How a program ended, and what it wrote.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
