using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Charts.Changes;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>Lays what the user sets for a command over what the state file says of a release, each option by helmfile's rule.</summary>
/// <param name="work">The command.</param>
/// <param name="workspace">The folder that paths of values files start from.</param>
internal sealed class UserChoices(Work work, string workspace)
{
    private static readonly SourcePosition ByUser = new("--values", 1);

    private readonly ImmutableArray<ValuesSource> _files = [.. work.Values.Files.Select(file => new ValuesSource.PlainFile(Existing(file, workspace), ByUser))];
    private readonly ImmutableArray<SetArgument> _sets = [.. work.Values.Set.Select(Set)];

    public Release Apply(Release release) => release with
    {
        Values = release.Values.AddRange(_files),
        Sets = release.Sets.AddRange(_sets),
        ChartChanges = Rendered(release.ChartChanges),
        SkipDependencies = release.SkipDependencies || work.Scope.SkipDeps,
        Rendering = Rewritten(release) with
        {
            KubeVersion = work.KubeVersion ?? release.Rendering.KubeVersion,
            SkipSchemaValidation = release.Rendering.SkipSchemaValidation || work.SkipSchemaValidation,
            PostRendererArguments = Own(release, "postRendererArgs") || work.PostRendererArgs.IsEmpty ? release.Rendering.PostRendererArguments : work.PostRendererArgs,
            TemplateArguments = work.TemplateArgs.IsEmpty ? release.Rendering.TemplateArguments : work.TemplateArgs,
            ExtraArguments = [.. work.Args, .. release.Rendering.ExtraArguments],
        },
    };

    /// <summary>What the user sets and a release that changes its manifest wins over.</summary>
    public IEnumerable<string> Warnings(IEnumerable<Release> releases) => _files.IsEmpty ? [] : releases
        .Where(release => release.ChartChanges.ChangesManifest)
        .Select(release => $"{new StateProblem(release.Position, $"release \"{release.Id}\" changes its manifest, and its own values win over those of --values then (as with helmfile); what has to win can be given with --set")}.");

    // A chart that is changed is rendered before, and there the user's files come first, by helmfile's rule.
    private ChartChanges Rendered(ChartChanges changes) => _files.IsEmpty && _sets.IsEmpty ? changes : changes with
    {
        Values = [.. _files, .. changes.Values],
        Sets = changes.Sets.AddRange(_sets),
    };

    private ReleaseRendering Rewritten(Release release)
    {
        if (string.IsNullOrEmpty(work.PostRenderer) || Own(release, "postRenderer"))
            return release.Rendering;

        var found = PostRendererPath.Of(work.PostRenderer, workspace);
        return release.Rendering with { PostRenderer = found.Program, PostRendererFolder = found.Folder };
    }

    // What a release says itself wins over the user, and the user over helmDefaults.
    private static bool Own(Release release, string key) => release.Definition?.Find(key) is { IsZero: false };

    private static string Existing(string file, string workspace)
    {
        var path = Path.GetFullPath(file, workspace);
        return File.Exists(path) ? path : throw new InvalidSettingsException(
            $"The values file {file} does not exist ({path}). Correct Values.Files (--values); paths start at the workspace, on the command line at your folder.");
    }

    // Helm reads the rest itself: one text may hold several values, and commas or brackets of its own.
    private static SetArgument Set(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? new(SetKind.Typed, text[..at], text[(at + 1)..])
        : throw new InvalidSettingsException($"\"{text}\" sets nothing. Write Values.Set (--set) as name=value, with dots within the name for values within values.");
}
