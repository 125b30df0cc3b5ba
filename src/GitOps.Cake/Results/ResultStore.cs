using System.Collections.Concurrent;

namespace GitOps.Cake.Results;

/// <summary>What the tasks of a run published, each once.</summary>
internal sealed class ResultStore
{
    private readonly ConcurrentDictionary<(Type Result, Type Task), object> _results = new();

    public void Publish<TResult>(Type task, TResult result)
        where TResult : class
    {
        if (!_results.TryAdd((typeof(TResult), task), result))
            throw new InvalidOperationException($"The task {task.Name} published a {typeof(TResult).Name} twice.");
    }

    public TResult Get<TResult>(Type? from)
        where TResult : class
    {
        var published = _results.Where(entry => entry.Key.Result == typeof(TResult) && (from is null || entry.Key.Task == from)).ToList();
        return published switch
        {
            [var (_, result)] => (TResult)result,
            [] => throw new GitOpsException(Missing(typeof(TResult), from)),
            _ => throw new GitOpsException(
                $"Several tasks published a {typeof(TResult).Name}: {string.Join(", ", published.Select(entry => entry.Key.Task.Name).Order(StringComparer.Ordinal))}. "
                + $"Say which one, as in Result<{typeof(TResult).Name}>(from: typeof({published[0].Key.Task.Name}))."),
        };
    }

    /// <summary>What a task published; null where it did not.</summary>
    public TResult? Find<TResult>(Type task)
        where TResult : class => _results.GetValueOrDefault((typeof(TResult), task)) as TResult;

    private static string Missing(Type result, Type? from) =>
        from is null
            ? $"No task of this run published a {result.Name} yet. Make this task depend on one that does, as in [IsDependentOn(typeof(HelmfileDiff))]."
            : $"The task {from.Name} published no {result.Name} yet. Make this task depend on it: [IsDependentOn(typeof({from.Name}))].";
}
