using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>Work on chosen files, one call for each, as far as it goes: what comes after a file that failed, and waits for it, does not count.</summary>
/// <param name="walk">Reads the releases.</param>
/// <param name="work">The command.</param>
/// <param name="call">What is done with the releases of a file.</param>
internal sealed class FileWork<T>(Walk walk, Work work, Func<SelectedHelmfile, Task<WorkAnswers<T>>> call)
{
    private FileLanes Lanes => new(work.Scope.SequentialHelmfiles);

    /// <summary>Reads everything, then works on all files at once.</summary>
    public async Task<WorkAnswers<T>> AtOnceAsync(ImmutableArray<ChosenHelmfile> chosen, CancellationToken cancellationToken)
    {
        foreach (var helmfile in chosen)
            Walk.BeginReading(work, helmfile, cancellationToken);

        var (lanes, calls) = (Lanes, new List<Task<WorkAnswers<T>>>());
        var readings = new List<WorkAnswers<SelectedHelmfile>>();
        foreach (var helmfile in chosen)
            readings.Add(await TryReadAsync(helmfile, cancellationToken).ConfigureAwait(false));

        foreach (var (helmfile, reading) in chosen.Zip(readings))
        {
            calls.Add(lanes.IsOpen(helmfile.Source) ? CallAsync(reading) : Task.FromResult(new WorkAnswers<T>([], reading.Failure)));
            lanes.Pass(helmfile.Source, reading.Failure);
        }

        return Joined(chosen, await Task.WhenAll(calls).ConfigureAwait(false));
    }

    /// <summary>Works on file after file, each between its hooks.</summary>
    public async Task<WorkAnswers<T>> InTurnAsync(ImmutableArray<ChosenHelmfile> chosen, CancellationToken cancellationToken)
    {
        var (lanes, done) = (Lanes, new List<WorkAnswers<T>>());
        foreach (var helmfile in chosen)
        {
            done.Add(lanes.IsOpen(helmfile.Source) ? await BetweenHooksAsync(helmfile, cancellationToken).ConfigureAwait(false) : new([]));
            lanes.Pass(helmfile.Source, done[^1].Failure);
        }

        return Joined(chosen, done);
    }

    private WorkAnswers<T> Joined(ImmutableArray<ChosenHelmfile> chosen, IReadOnlyCollection<WorkAnswers<T>> done)
    {
        var (lanes, answers) = (Lanes, ImmutableArray.CreateBuilder<T>());
        foreach (var (helmfile, one) in chosen.Zip(done))
        {
            if (lanes.IsOpen(helmfile.Source))
                answers.AddRange(one.Answers);
            lanes.Pass(helmfile.Source, one.Failure);
        }

        return new(answers.DrainToImmutable(), SeveralFailures.Joined(done.Select(one => one.Failure)));
    }

    private async Task<WorkAnswers<T>> BetweenHooksAsync(ChosenHelmfile helmfile, CancellationToken cancellationToken)
    {
        try
        {
            await helmfile.Hooks.PrepareAsync(work.PreparesReleases ? helmfile.Releases : [], work.Scope.Concurrency, cancellationToken).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            return new([], exception);
        }

        var done = await CallAsync(await TryReadAsync(helmfile, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var release in helmfile.Releases.Where(release => work.CleansUpReleases && release.Installed && work.Uses(release)))
            await helmfile.Hooks.CleanupAsync(release, command: null, cancellationToken).ConfigureAwait(false);

        return await EndAsync(helmfile, done, cancellationToken).ConfigureAwait(false);
    }

    // What came out of a file counts although its last hooks failed.
    private static async Task<WorkAnswers<T>> EndAsync(ChosenHelmfile helmfile, WorkAnswers<T> done, CancellationToken cancellationToken)
    {
        try
        {
            await helmfile.Hooks.EndAsync(done.Failure?.Message, cancellationToken).ConfigureAwait(false);
            return done;
        }
        catch (GitOpsException exception)
        {
            return done with { Failure = SeveralFailures.Joined([done.Failure, exception]) };
        }
    }

    private async Task<WorkAnswers<SelectedHelmfile>> TryReadAsync(ChosenHelmfile helmfile, CancellationToken cancellationToken)
    {
        try
        {
            return await walk.TryReadAsync(work, helmfile, cancellationToken).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            return new([], exception);
        }
    }

    private async Task<WorkAnswers<T>> CallAsync(WorkAnswers<SelectedHelmfile> read)
    {
        if (read.Answers is not [var selected])
            return new([], read.Failure);

        try
        {
            var done = await call(selected).ConfigureAwait(false);
            return done with { Failure = SeveralFailures.Joined([read.Failure, done.Failure]) };
        }
        catch (GitOpsException exception)
        {
            return new([], SeveralFailures.Joined([read.Failure, exception]));
        }
    }
}
