namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>A line of <c>Affected releases are:</c>, which knows no namespaces.</summary>
internal sealed record AffectedRelease(string Name, string Chart, bool IsDeleted);
