using GitOps.Cake.Helm;

namespace GitOps.Cake.Helmfile.Cli.Programs;

/// <summary>The programs that a call needs, with their versions.</summary>
/// <param name="Helmfile">The real helmfile.</param>
/// <param name="Helm">The helm that it is told to use; null for commands that need none.</param>
/// <param name="Diff">The version of helm-diff; null for commands that do not compare.</param>
internal sealed record CliTools(HelmfileProgram Helmfile, HelmProgram? Helm, ToolVersion? Diff);
