using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Needs;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Reads complete definitions as releases.</summary>
/// <param name="state">The state file.</param>
/// <param name="repositories">Its repositories.</param>
/// <param name="startedIn">The folder where helm is started, if that is not the file's.</param>
internal sealed class ReleaseReader(HelmfileState state, ImmutableArray<ChartRepository> repositories, string? startedIn)
{
    private readonly ChartReader _charts = new(state.Folder, state.Root, repositories, startedIn);

    /// <summary>The releases that the definitions stand for.</summary>
    /// <exception cref="StateFileException">A definition cannot be used.</exception>
    public ImmutableArray<Release> Read(ImmutableArray<Section> definitions, CancellationToken cancellationToken)
    {
        var problems = new StateProblems();
        ImmutableArray<Release> releases = [.. definitions.Select(definition => Read(definition, problems, cancellationToken))];
        problems.ThrowIfAny();
        return releases;
    }

    private Release Read(Section definition, StateProblems problems, CancellationToken cancellationToken)
    {
        var id = new ReleaseId(definition.Text("name") ?? "", definition.Text("namespace") ?? "", definition.NonEmpty("kubeContext"));
        var (enabled, problem) = ReleaseCondition.Read(definition.Text("condition"), state.Values);
        if (problem is not null)
            problems.Add(definition.PositionOf("condition"), $"release \"{id}\": {problem}.");

        // A chart for all releases is used in place of theirs; labels and templates go on with theirs.
        var chart = state.Root.NonEmpty("chart") ?? definition.Text("chart") ?? "";
        var folder = _charts.LocalFolder(chart);
        var options = new OptionsReader(state.Root, definition);
        return new()
        {
            Id = id,
            Position = definition.Position,
            Definition = definition,
            KubeContext = id.KubeContext ?? NonEmpty(state.Environment.KubeContext),
            Chart = chart,
            ChartFolder = folder,
            ChartReference = folder is null ? _charts.Reference(definition, chart) : null,
            Version = definition.NonEmpty("version"),
            Labels = definition.TextMap("labels"),
            Needs = [.. definition.Texts("needs").Select(need => NeedReference.Read(need.Value, id))],
            Installed = definition.Flag("installed") ?? true,
            Enabled = enabled,
            SkipDependencies = definition.Flag("skipDeps") ?? state.Root.Inner("helmDefaults")?.IsTrue("skipDeps") ?? false,
            Options = options.Upgrade(),
            Rendering = Located(options.Rendering(PostRendererArguments(definition, cancellationToken))),
            Uninstall = options.Uninstall(),
            ReinstallIfForbidden = definition.NonEmpty("updateStrategy") is not null,
            Helm4Options = options.OnlyOfHelm4(),
            Comparison = options.Comparison(),
            Hooks = HookReader.Read(definition),
        };
    }

    private ReleaseRendering Located(ReleaseRendering rendering)
    {
        var found = PostRendererPath.Of(rendering.PostRenderer, state.Folder, state.Context.Files.Workspace);
        return rendering with { PostRenderer = found.Program, PostRendererFolder = found.Folder };
    }

    // Those of helmDefaults are rendered for each release, and do not show in its definition.
    private ImmutableArray<string> PostRendererArguments(Section definition, CancellationToken cancellationToken)
    {
        if (definition.Texts("postRendererArgs") is { IsEmpty: false } own)
            return [.. own.Select(argument => argument.Value)];
        if (state.Root.Inner("helmDefaults")?.Texts("postRendererArgs") is not { IsEmpty: false } defaults)
            return [];

        var renderer = new FieldRenderer(state.Context.Templates, state, definition, definition, cancellationToken);
        return [.. defaults.Select(argument => renderer.Render("postRendererArgs (from helmDefaults)", argument.Value, argument.Position))];
    }

    private static string? NonEmpty(string text) => text.Length > 0 ? text : null;
}
