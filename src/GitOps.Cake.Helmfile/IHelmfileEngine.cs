using GitOps.Cake.Plans;
using GitOps.Cake.Reports;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>What an engine does with a helmfile: one method per command, the same settings and results with either engine.</summary>
public interface IHelmfileEngine
{
    /// <summary>Compares a helmfile with its cluster. Nothing is changed.</summary>
    /// <param name="settings">What is compared, and how.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>The plan. A release that could not be compared is in it with its error, and makes it partial.</returns>
    /// <exception cref="GitOpsException">The state file cannot be read, or the cluster cannot be reached or refuses.</exception>
    Task<Plan> DiffAsync(HelmfileDiffSettings settings, CancellationToken cancellationToken);

    /// <summary>Applies a helmfile to its cluster: plans everything, then changes what differs.</summary>
    /// <param name="settings">What is applied to which cluster, and how.</param>
    /// <param name="steps">Hears how it goes on.</param>
    /// <param name="cancellationToken">Interrupts the apply; the report says what was left in which state.</param>
    /// <returns>What became of every release. Nothing was changed where the plan is partial.</returns>
    /// <exception cref="InvalidSettingsException">A release names no cluster, and neither does the scope.</exception>
    /// <exception cref="GitOpsException">The state file cannot be read, or the cluster cannot be reached or refuses.</exception>
    Task<ApplyReport> ApplyAsync(HelmfileApplySettings settings, ChangeSteps steps, CancellationToken cancellationToken);

    /// <summary>Finds out which files a scope is made of. Nothing of a cluster is asked.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="needs">What is done about releases that the chosen ones need.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The files, and why there may be more of them.</returns>
    Task<ScopeInputs> InputsAsync(HelmfileScope scope, NeedsSelection needs, CancellationToken cancellationToken);

    /// <summary>Lists the releases of a helmfile.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The releases, by namespace and name.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<ReleaseList> ListAsync(HelmfileListSettings settings, CancellationToken cancellationToken);

    /// <summary>Puts the state files of a helmfile together.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The files as they are worked on.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<BuiltStates> BuildAsync(HelmfileBuildSettings settings, CancellationToken cancellationToken);

    /// <summary>Tells the values of an environment. They can hold decrypted secrets.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The environment, as each state file sees it.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<EnvironmentList> PrintEnvAsync(HelmfilePrintEnvSettings settings, CancellationToken cancellationToken);

    /// <summary>Tells the order in which releases are deployed.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The groups that come one after another.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<ReleaseDag> ShowDagAsync(HelmfileShowDagSettings settings, CancellationToken cancellationToken);

    /// <summary>Writes the values of releases to files.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The files.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<WrittenValues> WriteValuesAsync(HelmfileWriteValuesSettings settings, CancellationToken cancellationToken);

    /// <summary>Renders the manifests of a helmfile.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The manifests.</returns>
    /// <exception cref="PartlyRenderedException">A release could not be rendered; it holds those that come before.</exception>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<RenderedReleases> TemplateAsync(HelmfileTemplateSettings settings, CancellationToken cancellationToken);

    /// <summary>Examines the charts of a helmfile with their values.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the examination of each release came to.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<CheckReport> LintAsync(HelmfileLintSettings settings, CancellationToken cancellationToken);

    /// <summary>Runs the unit tests of charts.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the unit tests of each release came to.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<CheckReport> UnitTestAsync(HelmfileUnitTestSettings settings, CancellationToken cancellationToken);

    /// <summary>Adds the repositories of a helmfile to helm, and logs in to its registries.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The repositories.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<RepositoryList> ReposAsync(HelmfileReposSettings settings, CancellationToken cancellationToken);

    /// <summary>Resolves the dependencies of charts, and locks their versions.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was updated.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<ResolvedDependencies> DepsAsync(HelmfileDepsSettings settings, CancellationToken cancellationToken);

    /// <summary>Downloads the charts of a helmfile.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Where they are.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<FetchedCharts> FetchAsync(HelmfileFetchSettings settings, CancellationToken cancellationToken);

    /// <summary>Asks for the status of deployed releases.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What helm says of each release.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<ReleaseStatuses> StatusAsync(HelmfileStatusSettings settings, CancellationToken cancellationToken);

    /// <summary>Runs the tests of deployed releases.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the tests of each release came to.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<CheckReport> TestAsync(HelmfileTestSettings settings, CancellationToken cancellationToken);

    /// <summary>Upgrades every chosen release, changed or not.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="steps">Hears how it goes on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of every release.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<ApplyReport> SyncAsync(HelmfileSyncSettings settings, ChangeSteps steps, CancellationToken cancellationToken);

    /// <summary>Uninstalls every chosen release.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="steps">Hears how it goes on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of every release.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<ApplyReport> DestroyAsync(HelmfileDestroySettings settings, ChangeSteps steps, CancellationToken cancellationToken);

    /// <summary>Tells versions.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<VersionReport> VersionAsync(HelmfileVersionSettings settings, CancellationToken cancellationToken);

    /// <summary>Looks into the cache of remote files and charts, or empties it.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What it holds, or held.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    Task<CacheReport> CacheAsync(HelmfileCacheSettings settings, CancellationToken cancellationToken);
}
