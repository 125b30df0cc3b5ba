using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>What the tasks of a run published, each once for each scope that it ran for.</summary>
internal sealed class ResultStore
{
    private readonly Lock _lock = new();
    private readonly List<(Type Result, Type Task, string? Scope, object Value)> _results = [];

    public void Publish<TResult>(Type task, TResult result, string? scope = null)
        where TResult : class
    {
        lock (_lock)
        {
            if (_results.Exists(entry => entry.Result == typeof(TResult) && entry.Task == task && entry.Scope == scope))
                throw new InvalidOperationException($"The task {task.Name} published a {typeof(TResult).Name} twice.");

            _results.Add((typeof(TResult), task, scope, result));
        }
    }

    public TResult Get<TResult>(Type? from, string? scope = null)
        where TResult : class
    {
        var all = Entries<TResult>(from);
        var published = all.Where(entry => entry.Scope == scope).ToList() is { Count: > 0 } own ? own : scope is null ? all : [];
        return published switch
        {
            [var (_, _, _, result)] => (TResult)result,
            [] => throw new GitOpsException(Missing(typeof(TResult), from, scope)),
            _ when published.Select(entry => entry.Task).Distinct().Count() == 1 => throw new GitOpsException(
                $"The task {published[0].Task.Name} published a {typeof(TResult).Name} for each of several scopes: {string.Join(", ", published.Select(entry => entry.Scope))}. "
                + $"Say which one, as in Result<{typeof(TResult).Name}>(scope: \"{published[0].Scope}\"), or take all of them: Session.Results<{typeof(TResult).Name}>()."),
            _ => throw new GitOpsException(
                $"Several tasks published a {typeof(TResult).Name}: {string.Join(", ", published.Select(entry => entry.Task.Name).Distinct().Order(StringComparer.Ordinal))}. "
                + $"Say which one, as in Result<{typeof(TResult).Name}>(from: typeof({published[0].Task.Name}))."),
        };
    }

    /// <summary>All results of a type, in the order in which they were published.</summary>
    public ImmutableArray<TResult> All<TResult>(Type? from)
        where TResult : class => [.. Entries<TResult>(from).Select(entry => (TResult)entry.Value)];

    /// <summary>All results of a type, at least one.</summary>
    /// <exception cref="GitOpsException">None was published.</exception>
    public ImmutableArray<TResult> Some<TResult>()
        where TResult : class => All<TResult>(from: null) is { IsEmpty: false } all ? all : throw new GitOpsException(Missing(typeof(TResult), from: null, scope: null));

    /// <summary>What a task published, the last of several; null where it did not.</summary>
    public TResult? Find<TResult>(Type task, string? scope = null)
        where TResult : class => Entries<TResult>(task).LastOrDefault(entry => scope is null || entry.Scope == scope).Value as TResult;

    private List<(Type Result, Type Task, string? Scope, object Value)> Entries<TResult>(Type? from)
    {
        lock (_lock)
        {
            return _results.FindAll(entry => entry.Result == typeof(TResult) && (from is null || entry.Task == from));
        }
    }

    private static string Missing(Type result, Type? from, string? scope)
    {
        var where = scope is null ? "" : $" for the scope {scope}";
        return from is null
            ? $"No task of this run published a {result.Name}{where} yet. Make this task depend on one that does, as in [IsDependentOn(typeof(HelmfileDiff))]."
            : $"The task {from.Name} published no {result.Name}{where} yet. Make this task depend on it: [IsDependentOn(typeof({from.Name}))].";
    }
}
