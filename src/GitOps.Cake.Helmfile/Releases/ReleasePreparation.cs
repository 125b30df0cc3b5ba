using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Charts.Changes;
using GitOps.Cake.Helmfile.Sources;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Definitions;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.Values;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>Makes selected releases ready for helm: what is refused is told, charts are looked for, values are read.</summary>
internal static class ReleasePreparation
{
    /// <summary>Prepares releases that may be upgraded; see the other overload.</summary>
    /// <exception cref="StateFileException">Some cannot be deployed; every problem of all of them is told.</exception>
    public static async Task<PreparedReleases> PrepareAsync(LoadedHelmfile helmfile, ImmutableArray<Release> selected, CancellationToken cancellationToken) =>
        (await TryPrepareAsync(helmfile, selected, ReleaseInputs.Everything, static _ => true, upgrades: true, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>Starts to decrypt what releases of one file want, so that none of them waits for the keys of another.</summary>
    public static void BeginDecryption(
        LoadedHelmfile helmfile, ImmutableArray<Release> selected, ReleaseInputs inputs, Func<Release, bool> uses, CancellationToken cancellationToken)
    {
        if (helmfile.State is not { } state || inputs is not (ReleaseInputs.Files or ReleaseInputs.Everything))
            return;

        state.Context.SecretFiles.Begin(
            selected
                .Where(release => release.Installed && (inputs == ReleaseInputs.Files || uses(release)))
                .Select(release => release.Definition)
                .OfType<Section>()
                .SelectMany(definition => ReleaseValuesReader.EncryptedFiles(state, definition)),
            cancellationToken);
    }

    /// <summary>Prepares releases of one file. Those that are not wanted any more need neither chart nor values.</summary>
    /// <param name="helmfile">The file.</param>
    /// <param name="selected">Releases of it.</param>
    /// <param name="inputs">What is read of them, so that one that cannot be used is a problem.</param>
    /// <param name="uses">Of which releases everything is read; of the others only the chart is looked at.</param>
    /// <param name="upgrades">Whether they may be upgraded.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The releases with their values, what was noticed, and which of them cannot be deployed.</returns>
    public static async Task<PreparedReleases> TryPrepareAsync(
        LoadedHelmfile helmfile,
        ImmutableArray<Release> selected,
        ReleaseInputs inputs,
        Func<Release, bool> uses,
        bool upgrades,
        CancellationToken cancellationToken)
    {
        if (helmfile.State is not { } state || selected.IsEmpty || inputs == ReleaseInputs.Nothing)
            return new(selected, []);

        var (ofFile, ofReleases) = (new StateProblems(), new StateProblems());
        var warnings = new List<string>();
        if (inputs == ReleaseInputs.Everything)
            CheckFile(state.Root, upgrades, ofFile, warnings);

        BeginDecryption(helmfile, selected, inputs, uses, cancellationToken);
        var locked = inputs == ReleaseInputs.Everything ? await LockedVersions.ReadAsync(state, cancellationToken).ConfigureAwait(false) : null;
        var prepared = ImmutableArray.CreateBuilder<Release>(selected.Length);
        var failed = ImmutableHashSet.CreateBuilder<ReleaseId>();
        foreach (var release in selected)
        {
            var problems = new StateProblems();
            var read = inputs == ReleaseInputs.Everything && !uses(release) ? ReleaseInputs.Charts : inputs;
            var complete = await PrepareAsync(release, helmfile, state, problems, warnings, read, upgrades, cancellationToken).ConfigureAwait(false);
            if (problems.Any)
                failed.Add(release.Id);

            ofReleases.AddRange(problems.ToImmutable());
            prepared.Add(locked is null ? complete : locked.Apply(complete, ofFile));
        }

        return new(prepared.MoveToImmutable(), [.. warnings])
        {
            Failed = ofFile.Any ? [] : failed.ToImmutable(),
            Failure = new StateProblems([.. ofFile.ToImmutable(), .. ofReleases.ToImmutable()]).ToException(),
        };
    }

    private static void CheckFile(Section root, bool upgrades, StateProblems problems, List<string> warnings)
    {
        IEnumerable<Section> sections = [root, .. root.Inner("helmDefaults") is { } defaults ? [defaults] : Array.Empty<Section>(), .. root.Sections("repositories")];
        foreach (var section in sections)
        {
            RefusedKeys.Check(section, upgrades, problems);
            warnings.AddRange(RefusedKeys.Ignored(section));
        }

        foreach (var nameless in root.Sections("repositories").Where(repository => repository.NonEmpty("name") is null && repository.NonEmpty("url") is not null && !repository.IsTrue("oci")))
            problems.Add(nameless.Position, $"the repository {nameless.Text("url")} has no name; give it one, by which charts name it.");
    }

    private static async Task<Release> PrepareAsync(
        Release release,
        LoadedHelmfile helmfile,
        HelmfileState state,
        StateProblems problems,
        List<string> warnings,
        ReleaseInputs inputs,
        bool upgrades,
        CancellationToken cancellationToken)
    {
        if (release.Definition is not { } definition || !release.Installed)
            return release;

        var withCharts = inputs is ReleaseInputs.Charts or ReleaseInputs.Everything;
        if (withCharts)
            RefusedKeys.Check(definition, upgrades, problems);

        try
        {
            if (withCharts)
            {
                release = await RemoteCharts.FetchAsync(release, state, cancellationToken).ConfigureAwait(false);
                release = state.Context.Repositories.Find(release, state, warnings);
                ChartCheck.Check(release, state.Root, problems);
            }

            if (upgrades)
                release = new UpgradeCheck(state, problems).Check(release, definition);

            if (inputs == ReleaseInputs.Charts)
                return release;

            release = release with
            {
                Values = await new ReleaseValuesReader(state, warnings).ReadAsync(definition, cancellationToken).ConfigureAwait(false),
            };
            if (!withCharts)
                return release;

            var sets = new SetReader(state.Folder, state.Context.Variable, state.Context.Templates.ReferencesFrom(state.Folder));
            var complete = release with { Sets = sets.Read(definition, problems, cancellationToken) };
            var changes = new ChartChangesReader(state, helmfile.Repositories, warnings);
            return complete with { ChartChanges = await changes.ReadAsync(complete, problems, cancellationToken).ConfigureAwait(false) };
        }
        catch (StateFileException exception)
        {
            problems.AddRange(exception.Problems);
            return release;
        }
    }
}
