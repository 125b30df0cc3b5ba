using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Hooks;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>The way that every command goes: loads all state files, chooses among their releases, reads the values of the chosen ones.</summary>
internal sealed class Walk(EnginePorts ports, string workspace, FileInputs? inputs = null)
{
    /// <summary>All state files, those that others name before them; none where nothing may match.</summary>
    /// <exception cref="GitOpsException">A file cannot be used, or none knows the environment.</exception>
    public async Task<ImmutableArray<LoadedHelmfile>> LoadAsync(HelmfileScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var loader = new HelmfileLoader(ports.Commands, ports.Sources, ports.Decryption, ports.KnowsRepository) { Inputs = inputs };
            var helmfiles = await loader.LoadAsync(scope, workspace, cancellationToken).ConfigureAwait(false);
            Conceal(helmfiles);
            if (ports.HelmVersion is { } helm)
                await helm.ConfigureAwait(false);

            return helmfiles;
        }
        catch (UnknownEnvironmentException exception) when (scope.AllowNoMatchingRelease)
        {
            ports.Log.Information(exception.Message);
            return [];
        }
    }

    /// <summary>All state files with the releases that the selectors leave, whatever their needs, nothing read of them.</summary>
    /// <exception cref="NothingSelectedException">No file has a selected release, and one is wanted.</exception>
    /// <exception cref="GitOpsException">A file cannot be used.</exception>
    public async Task<ImmutableArray<FilteredHelmfile>> FilterAsync(HelmfileScope scope, CancellationToken cancellationToken) =>
        (await TryFilterAsync(scope, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same for a command that only looks at what the files say, with the hooks that enclose it.</summary>
    /// <exception cref="NothingSelectedException">No file has a selected release, and one is wanted.</exception>
    /// <exception cref="GitOpsException">A file cannot be used, or a hook failed.</exception>
    public async Task<ImmutableArray<FilteredHelmfile>> FilterAsync(Work work, CancellationToken cancellationToken) =>
        (await TryFilterAsync(work, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same; that no file has a selected release is a failure beside the files.</summary>
    /// <exception cref="GitOpsException">A file cannot be used, or a hook failed.</exception>
    public async Task<WorkAnswers<FilteredHelmfile>> TryFilterAsync(Work work, CancellationToken cancellationToken)
    {
        var filtered = await TryFilterAsync(work.Scope, cancellationToken).ConfigureAwait(false);
        foreach (var (helmfile, releases) in filtered.Answers)
        {
            var hooks = new FileHooks(helmfile, work.Command, ports, work.Prepares);
            var prepared = work.PreparesReleases ? releases.Where(release => release.Enabled) : [];
            await hooks.PrepareAsync(prepared, work.Scope.Concurrency, cancellationToken).ConfigureAwait(false);
            await hooks.EndAsync(error: null, cancellationToken).ConfigureAwait(false);
        }

        return filtered;
    }

    private async Task<WorkAnswers<FilteredHelmfile>> TryFilterAsync(HelmfileScope scope, CancellationToken cancellationToken)
    {
        var helmfiles = await LoadAsync(scope, cancellationToken).ConfigureAwait(false);
        var filtered = SeveralFailures.Each(helmfiles, helmfile => new FilteredHelmfile(helmfile, ReleaseSelection.Filter(helmfile)));
        return new(filtered, filtered.Any(helmfile => !helmfile.Releases.IsEmpty) ? null : Nothing(scope, helmfiles));
    }

    /// <summary>The releases of all files that a command works on, nothing read of them, so that mistakes are told before anything is done.</summary>
    /// <exception cref="NothingSelectedException">No file has a chosen release, and one is wanted.</exception>
    /// <exception cref="InvalidSettingsException">A release names no cluster where one has to be named.</exception>
    /// <exception cref="GitOpsException">A file cannot be used.</exception>
    public async Task<ImmutableArray<ChosenHelmfile>> ChooseAsync(Work work, CancellationToken cancellationToken)
    {
        var helmfiles = await LoadAsync(work.Scope, cancellationToken).ConfigureAwait(false);
        var chosen = SeveralFailures.Each(helmfiles, helmfile => Choose(work, helmfile));
        return chosen.Any(helmfile => IsMatch(work, helmfile)) || Nothing(work.Scope, helmfiles) is not { } nothing ? chosen : throw nothing;
    }

    /// <summary>Starts what takes long of a reading that is to come; what goes wrong is told there.</summary>
    public static void BeginReading(Work work, ChosenHelmfile chosen, CancellationToken cancellationToken) =>
        ReleasePreparation.BeginDecryption(chosen.Source, chosen.Releases, work.Reads, work.Uses, cancellationToken);

    /// <summary>Reads the values of chosen releases, with what the user sets on top.</summary>
    /// <exception cref="InvalidSettingsException">A choice of the user cannot be used.</exception>
    /// <exception cref="GitOpsException">A file cannot be used.</exception>
    public async Task<SelectedHelmfile> ReadAsync(Work work, ChosenHelmfile chosen, CancellationToken cancellationToken)
    {
        var read = await TryReadAsync(work, chosen, cancellationToken).ConfigureAwait(false);
        return read.OrThrow()[0];
    }

    /// <summary>The same. Where releases cannot be read, those that come before the first of them are still selected.</summary>
    /// <returns>The file, and what cannot be read of it.</returns>
    /// <exception cref="GitOpsException">A choice of the user, or the file as a whole, cannot be used.</exception>
    public async Task<WorkAnswers<SelectedHelmfile>> TryReadAsync(Work work, ChosenHelmfile chosen, CancellationToken cancellationToken)
    {
        var choices = new UserChoices(work, workspace);
        var prepared = await ReleasePreparation.TryPrepareAsync(
            chosen.Source, chosen.Releases, work.Reads, work.Uses, work.Upgrades, cancellationToken).ConfigureAwait(false);
        var read = prepared.Releases.ToDictionary(release => release.Id, choices.Apply);
        Conceal([chosen.Source]);
        var usable = chosen.Groups.SelectMany(group => group).Select(release => release.Id).TakeWhile(id => !prepared.Failed.Contains(id)).ToHashSet();
        if (prepared is { Failure: not null, Failed.IsEmpty: true })
            usable = [];

        var selected = new SelectedHelmfile(
            chosen.Source,
            [.. chosen.Groups.Select(group => group.Where(release => usable.Contains(release.Id)).Select(release => read[release.Id]).ToImmutableArray())],
            [.. chosen.Source.Warnings, .. prepared.Warnings, .. choices.Warnings(prepared.Releases)],
            new(chosen.Source.Secrets.Concat(chosen.Source.Repositories.Select(repository => repository.Password).OfType<Secret>()).Concat(ports.Credentials)));
        return new([selected], prepared.Failure);
    }

    /// <summary>
    /// Works on all files, between their hooks: prepared first, cleaned up at last. Without hooks everything is read before anything is
    /// done, and all files are worked on at once; hooks may make charts and values and take them away again, so then it goes file by file.
    /// </summary>
    /// <param name="work">The command.</param>
    /// <param name="call">What is done with the chosen releases of a file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What came out, in the order of the files: as helmfile has it, that of a file that waits for one that failed is missing.</returns>
    public async Task<WorkAnswers<T>> EachAsync<T>(Work work, Func<SelectedHelmfile, Task<WorkAnswers<T>>> call, CancellationToken cancellationToken)
    {
        var chosen = await ChooseAsync(work, cancellationToken).ConfigureAwait(false);
        var files = new FileWork<T>(this, work, call);
        return chosen.Any(helmfile => helmfile.Hooks.Any)
            ? await files.InTurnAsync(chosen, cancellationToken).ConfigureAwait(false)
            : await files.AtOnceAsync(chosen, cancellationToken).ConfigureAwait(false);
    }

    private ChosenHelmfile Choose(Work work, LoadedHelmfile helmfile)
    {
        var groups = work.FollowsNeeds ? NeedsRules.Groups(helmfile, work.Needs) : InOneGroup(ReleaseSelection.Select(helmfile));
        var worked = groups.SelectMany(group => group).ToHashSet(ReferenceEqualityComparer.Instance);
        ImmutableArray<Release> releases = [.. helmfile.Releases.Where(worked.Contains)];
        return work.NeedsNamedCluster && releases.FirstOrDefault(release => release.KubeContext is null) is { } unnamed
            ? throw new InvalidSettingsException(UnnamedCluster(unnamed.Id))
            : new(helmfile, releases, groups, new(helmfile, work.Command, ports, work.Prepares));
    }

    private static ImmutableArray<ImmutableArray<Release>> InOneGroup(ImmutableArray<Release> releases) => releases.IsEmpty ? [] : [releases];

    private static bool IsMatch(Work work, ChosenHelmfile helmfile) =>
        !helmfile.Groups.IsEmpty || (work.MatchesDeclared && helmfile.Source.Selectors.IsEmpty && !helmfile.Source.Releases.IsEmpty);

    private void Conceal(ImmutableArray<LoadedHelmfile> helmfiles)
    {
        foreach (var secret in helmfiles.SelectMany(helmfile => helmfile.Secrets))
            ports.Conceal(secret);
    }

    // Null where that is allowed.
    private NothingSelectedException? Nothing(HelmfileScope scope, ImmutableArray<LoadedHelmfile> helmfiles)
    {
        if (helmfiles.IsEmpty)
            return null;

        var nothing = new NothingSelectedException(helmfiles[0].File, scope.Selectors);
        if (!scope.AllowNoMatchingRelease)
            return nothing;

        ports.Log.Information(nothing.Message);
        return null;
    }

    private static string UnnamedCluster(ReleaseId release) =>
        $"Nothing says which cluster {release} goes to, and what happens to be selected in a kubeconfig must not decide. "
        + "Name a context (KubeContext, --context), or take the current one on purpose (UseCurrentContext, --current-context).";
}
