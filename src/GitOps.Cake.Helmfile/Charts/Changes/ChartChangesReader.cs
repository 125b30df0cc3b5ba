using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Helmfile.Values;

namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>Reads what releases of a file change of their charts.</summary>
/// <param name="state">The state file.</param>
/// <param name="repositories">The repositories that it declares.</param>
/// <param name="warnings">Where warnings go.</param>
internal sealed class ChartChangesReader(HelmfileState state, ImmutableArray<ChartRepository> repositories, ICollection<string> warnings)
{
    /// <summary>The changes of a release whose values are read.</summary>
    /// <exception cref="StateFileException">An entry cannot be used.</exception>
    public async Task<ChartChanges> ReadAsync(Release release, StateProblems problems, CancellationToken cancellationToken)
    {
        if (release.Definition is not { } definition)
            return ChartChanges.None;

        var handler = definition.Text("missingFileHandler") ?? state.Root.Text("missingFileHandler");
        var plain = release.Values.Where(source => !source.IsSecret);
        var texts = new ChangeTexts(state, definition, plain, new MissingFiles("values", state.Folder, handler, warnings, state.Context.Sources) { IgnoresMissingReference = MissingReferences.AreIgnored(definition, state.Root) });
        var kustomization = new KustomizationBuilder(state.Folder, state.Context.Files.Inputs);
        foreach (var (text, position) in await texts.ReadAsync("jsonPatches", cancellationToken).ConfigureAwait(false))
            kustomization.AddJsonPatch(text, position);
        foreach (var (text, _) in await texts.ReadAsync("strategicMergePatches", cancellationToken).ConfigureAwait(false))
            kustomization.AddMergePatch(text);
        foreach (var (text, position) in await texts.ReadAsync("transformers", cancellationToken).ConfigureAwait(false))
            kustomization.AddTransformer(text, position);

        var changes = new ChartChanges
        {
            Dependencies = await new AddedCharts(state, repositories).ReadAsync(definition, problems, cancellationToken).ConfigureAwait(false),
            Kustomization = kustomization.Build(),
            Files = kustomization.Files,
            Namespace = definition.NonEmpty("forceNamespace"),
            Values = release.Values,
            Sets = release.Sets[..Math.Min(release.Sets.Length, SetReader.Count(definition))],
            AllowsPlugins = !InsecureFeatures.AreAllOff(state.Context.Variable),
        };
        if (changes.ChangesManifest && changes.Sets.Length < release.Sets.Length)
            warnings.Add($"{new StateProblem(release.Position, $"release \"{release.Id}\" changes its manifest, and values under setString and env do not reach a chart that is changed like that (as with helmfile); set them under set or values")}.");

        return release.ChartFolder is { } folder && ChartKinds.Of(folder) == ChartKind.Manifests && Directory.Exists(folder)
            ? changes with { Rendered = await ManifestTemplates.RenderAsync(folder, state, definition, cancellationToken).ConfigureAwait(false) }
            : changes;
    }
}
