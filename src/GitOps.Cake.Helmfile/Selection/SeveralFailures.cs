using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>Tells several failures as one, so that nobody has to run again to hear of the next.</summary>
internal static class SeveralFailures
{
    /// <summary>Does the same with every item, also after it failed for some.</summary>
    /// <exception cref="GitOpsException">It failed for some.</exception>
    public static async Task<ImmutableArray<TResult>> EachAsync<T, TResult>(IEnumerable<T> items, Func<T, Task<TResult>> call)
    {
        var (results, failures) = (ImmutableArray.CreateBuilder<TResult>(), new List<GitOpsException>());
        foreach (var item in items)
        {
            try
            {
                results.Add(await call(item).ConfigureAwait(false));
            }
            catch (GitOpsException exception)
            {
                failures.Add(exception);
            }
        }

        ThrowIfAny(failures);
        return results.DrainToImmutable();
    }

    /// <summary>Does the same with every item, also after it failed for some.</summary>
    /// <exception cref="GitOpsException">It failed for some.</exception>
    public static ImmutableArray<TResult> Each<T, TResult>(IEnumerable<T> items, Func<T, TResult> call)
    {
        var (results, failures) = (ImmutableArray.CreateBuilder<TResult>(), new List<GitOpsException>());
        foreach (var item in items)
        {
            try
            {
                results.Add(call(item));
            }
            catch (GitOpsException exception)
            {
                failures.Add(exception);
            }
        }

        ThrowIfAny(failures);
        return results.DrainToImmutable();
    }

    /// <exception cref="GitOpsException">There is one, or there are several, whose messages are joined. What all of them say is said once.</exception>
    public static void ThrowIfAny(IEnumerable<GitOpsException?> failures)
    {
        if (Joined(failures) is { } failure)
            throw failure;
    }

    /// <summary>Several failures in one, which says once what all of them say; null where there are none.</summary>
    public static GitOpsException? Joined(IEnumerable<GitOpsException?> failures) =>
        failures.OfType<GitOpsException>().DistinctBy(failure => failure.Message).ToList() switch
        {
            [] => null,
            [var failure] => failure,
            var several => new GitOpsException(string.Join(Environment.NewLine, several.Select(failure => failure.Message)), new AggregateException(several))
            {
                IsRefusal = several.TrueForAll(failure => failure.IsRefusal),
            },
        };
}
