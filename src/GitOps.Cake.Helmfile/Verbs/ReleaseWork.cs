using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;

namespace GitOps.Cake.Helmfile.Verbs;

/// <summary>Does the same with every selected release that is wanted: at once, as far as the bound goes; the answers come in the order in which releases are deployed.</summary>
/// <param name="walk">The way to the releases.</param>
/// <param name="work">The command.</param>
/// <param name="atOnce">How many releases may be worked on at once.</param>
internal sealed class ReleaseWork(Walk walk, Work work, int atOnce)
{
    /// <summary>Does it.</summary>
    /// <param name="call">What is done with one release.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="GitOpsException">It failed for some; the message holds the reasons of all of them, without secrets.</exception>
    public async Task<ImmutableArray<T>> EachAsync<T>(Func<SelectedHelmfile, Release, Task<T>> call, CancellationToken cancellationToken) =>
        (await TryEachAsync(call, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>Does it, and tells what comes before the first failure even so.</summary>
    /// <param name="call">What is done with one release.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<WorkAnswers<T>> TryEachAsync<T>(Func<SelectedHelmfile, Release, Task<T>> call, CancellationToken cancellationToken)
    {
        using var bound = new SemaphoreSlim(atOnce);
        return await walk.EachAsync(work, helmfile => FileAsync(helmfile, call, bound, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<WorkAnswers<T>> FileAsync<T>(
        SelectedHelmfile helmfile, Func<SelectedHelmfile, Release, Task<T>> call, SemaphoreSlim bound, CancellationToken cancellationToken)
    {
        var done = await Task.WhenAll(helmfile.Releases.Where(release => release.Installed).Select(OneAsync)).ConfigureAwait(false);
        var failure = SeveralFailures.Joined(done.Select(one => one.Failure));
        return new(
            done.Any(one => one.Failure is { InnerException: ChartNotReadyException }) ? [] : [.. done.TakeWhile(one => one.Failure is null).Select(one => one.Answer!)],
            failure);

        async Task<(T? Answer, GitOpsException? Failure)> OneAsync(Release release)
        {
            await bound.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return (await call(helmfile, release).ConfigureAwait(false), null);
            }
            catch (GitOpsException exception)
            {
                return (default, new($"{release.Id}: {helmfile.Secrets.Redact(exception.Message)}", exception) { IsRefusal = exception.IsRefusal });
            }
            finally
            {
                bound.Release();
            }
        }
    }
}
