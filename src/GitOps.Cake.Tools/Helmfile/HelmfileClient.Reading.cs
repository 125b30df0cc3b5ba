using System.Collections.Immutable;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <content>Commands that need no cluster.</content>
public sealed partial class HelmfileClient
{
    /// <summary>
    /// Finds out which scopes a change affects: those with an input that differs between the merge base and the working tree, and those of which
    /// nobody knows all inputs.
    /// </summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="since">The commit, branch or tag that the change is compared with.</param>
    /// <param name="needs">What is done about releases that the chosen ones need.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Every scope, in the same order, with the reason.</returns>
    /// <exception cref="GitOpsException">This is no repository, the clone is shallow, or it does not have the commit.</exception>
    public Task<ImmutableArray<AffectedScope>> AffectedAsync(
        IEnumerable<HelmfileScope> scopes, string since, NeedsSelection? needs = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentException.ThrowIfNullOrEmpty(since);
        return _engines.Affected.FindAsync([.. scopes], since, needs ?? new(), cancellationToken);
    }

    /// <summary>Lists the releases of a helmfile.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The releases, by namespace and name.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<ReleaseList> ListAsync(HelmfileListSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("The list", settings.Scope, settings.Timeout, HelmNeed.None, (engine, token) => engine.ListAsync(settings, token), cancellationToken);
    }

    /// <summary>Puts the state files of a helmfile together.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The files as they are worked on.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<BuiltStates> BuildAsync(HelmfileBuildSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("The build", settings.Scope, settings.Timeout, HelmNeed.None, (engine, token) => engine.BuildAsync(settings, token), cancellationToken);
    }

    /// <summary>Tells the values of an environment. They can hold decrypted secrets.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The environment, as each state file sees it.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<EnvironmentList> PrintEnvAsync(HelmfilePrintEnvSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("Reading the environment", settings.Scope, settings.Timeout, HelmNeed.None, (engine, token) => engine.PrintEnvAsync(settings, token), cancellationToken);
    }

    /// <summary>Tells the order in which releases are deployed.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The groups that come one after another.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<ReleaseDag> ShowDagAsync(HelmfileShowDagSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("Reading the order", settings.Scope, settings.Timeout, HelmNeed.None, (engine, token) => engine.ShowDagAsync(settings, token), cancellationToken);
    }

    /// <summary>Writes the values of releases to files.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The files.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<WrittenValues> WriteValuesAsync(HelmfileWriteValuesSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("Writing the values", settings.Scope, settings.Timeout, HelmNeed.None, (engine, token) => engine.WriteValuesAsync(settings, token), cancellationToken);
    }

    /// <summary>Renders the manifests of a helmfile.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The manifests.</returns>
    /// <exception cref="PartlyRenderedException">A release could not be rendered; it holds those that come before.</exception>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<RenderedReleases> TemplateAsync(HelmfileTemplateSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("The rendering", settings.Scope, settings.Timeout, (engine, token) => engine.TemplateAsync(settings, token), cancellationToken);
    }

    /// <summary>Examines the charts of a helmfile with their values.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the examination of each release came to.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<CheckReport> LintAsync(HelmfileLintSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("The examination", settings.Scope, settings.Timeout, (engine, token) => engine.LintAsync(settings, token), cancellationToken);
    }

    /// <summary>Runs the unit tests of charts.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the unit tests of each release came to.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<CheckReport> UnitTestAsync(HelmfileUnitTestSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("The unit tests", settings.Scope, settings.Timeout, (engine, token) => engine.UnitTestAsync(settings, token), cancellationToken);
    }
}
