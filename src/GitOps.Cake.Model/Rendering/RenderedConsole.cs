using GitOps.Cake.Results;

namespace GitOps.Cake.Rendering;

/// <summary>Rendered manifests of a stranger for a log: each line is visible as it is, and none gives a CI system orders.</summary>
internal static class RenderedConsole
{
    /// <summary>The release, and its manifests below.</summary>
    public static string Of(RenderedRelease release) => string.Join(
        '\n', VisibleText.Lines(release.Manifests).Prepend(VisibleText.Escape(release.Release.ToString())).Select(line => WorkflowCommands.DisarmStart(WorkflowCommands.Disarm(line))));
}
