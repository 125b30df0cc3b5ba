namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>A line such as <c>Templating release=web, chart=charts/web</c>.</summary>
/// <param name="Verb">The first word, or words.</param>
/// <param name="Name">The release.</param>
/// <param name="Chart">The chart; empty where the line names none.</param>
internal sealed record VerbLine(string Verb, string Name, string Chart = "");
