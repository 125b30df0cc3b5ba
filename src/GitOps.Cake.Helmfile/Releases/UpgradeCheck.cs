using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Definitions;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>Finds what only an upgrade minds, as with helmfile.</summary>
/// <param name="state">The state file.</param>
/// <param name="problems">Hears of mistakes.</param>
internal sealed class UpgradeCheck(HelmfileState state, StateProblems problems)
{
    private readonly Section _defaults = state.Root.Inner("helmDefaults") ?? new(HelmDefaultsSchema.Instance, state.Root.Position);

    /// <summary>The release with what an upgrade has to know of a chart of this machine. Charts from elsewhere are verified when they are pulled.</summary>
    public Release Check(Release release, Section definition)
    {
        new OptionsReader(state.Root, definition).Check(problems);
        if (release.ChartFolder is not { } chart || !(definition.Flag("verify") ?? _defaults.IsTrue("verify")))
            return release;

        if (Directory.Exists(chart))
        {
            problems.Add(
                definition.PositionOf("verify"),
                $"release \"{release.Id}\" is to be verified, and its chart {release.Chart} is a folder, which helm cannot verify; pack and sign it (helm package --sign), or set verify: false.");
        }

        var keyring = definition.NonEmpty("keyring") ?? _defaults.NonEmpty("keyring");
        return release with { Options = release.Options with { Verify = true, Keyring = keyring is null ? null : Path.GetFullPath(keyring, state.Folder) } };
    }
}
