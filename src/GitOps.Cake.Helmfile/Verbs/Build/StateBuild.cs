using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Build;

/// <summary><c>build</c>: each state file with its bases, environment and templates in one, in helmfile's shape.</summary>
internal sealed class StateBuild(Walk walk)
{
    // What a build is told by the state itself, and not by a key.
    private static readonly ImmutableArray<string> Results = ["helmBinary", "kustomizeBinary", "filepath", "renderedvalues", "releases"];

    public async Task<BuiltStates> RunAsync(HelmfileBuildSettings settings, CancellationToken cancellationToken)
    {
        var states = ImmutableArray.CreateBuilder<BuiltState>();
        var (helmfiles, nothing) = await walk.TryFilterAsync(new Work("build", settings.Scope), cancellationToken).ConfigureAwait(false);
        foreach (var (helmfile, releases) in helmfiles)
        {
            if (helmfile.State is not { } state)
                continue;

            var locked = await LockedVersions.ApplyAsync(state, releases, cancellationToken).ConfigureAwait(false);
            states.Add(new() { File = state.Path, Yaml = await WriteAsync(state, locked, settings.EmbedValues, cancellationToken).ConfigureAwait(false) });
        }

        var built = new BuiltStates { States = states.DrainToImmutable() };
        return nothing is NothingSelectedException exception ? throw exception.After(built) : built;
    }

    /// <summary>A state as YAML.</summary>
    /// <param name="state">The state file.</param>
    /// <param name="releases">Those of its releases that are shown.</param>
    /// <param name="embed">Whether the content of values files stands in place of their paths.</param>
    /// <param name="cancellationToken">Stops the reading of values files.</param>
    public static async Task<string> WriteAsync(HelmfileState state, ImmutableArray<Release> releases, bool embed, CancellationToken cancellationToken)
    {
        var block = new YamlBlock();
        block.Add("filepath", Path.GetFileName(state.Path));
        block.Add("helmBinary", state.Root.NonEmpty("helmBinary") ?? "helm");
        block.Add("kustomizeBinary", state.Root.NonEmpty("kustomizeBinary") ?? "kustomize");
        var shown = ImmutableArray.CreateBuilder<Section>(releases.Length);
        foreach (var release in releases)
            shown.Add(await ShowAsync(state, release, embed, cancellationToken).ConfigureAwait(false));

        var root = state.Root.Copy();
        foreach (var key in Results)
            root.Remove(key);
        if (shown.Count > 0)
            root.Set("releases", shown.ToImmutable());
        root.Remove("helmfiles");
        if (SubHelmfiles.Written(state) is { IsEmpty: false } files)
            root.Set("helmfiles", files, state.Root.PositionOf("helmfiles"));

        SectionBlock.AddTo(block, root);
        block.Add("renderedvalues", state.Values);
        return block.ToString();
    }

    private static async Task<Section> ShowAsync(HelmfileState state, Release release, bool embed, CancellationToken cancellationToken)
    {
        var shown = release.Definition!.Copy();
        if (release.Version is { Length: > 0 } version && version != shown.Text("version"))
            shown.Set("version", version);
        if (!release.Needs.IsEmpty)
            shown.Set("needs", release.Needs.Select(need => new Placed<string>(need.ToString(), shown.PositionOf("needs"))).ToImmutableArray());

        return embed ? await new EmbeddedValues(state).PutIntoAsync(shown, cancellationToken).ConfigureAwait(false) : shown;
    }
}
