using System.Collections.Immutable;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Results;

namespace GitOps.Cake.Scopes;

/// <summary>Which scope a task works on at the moment, and which of them are affected, found out once per run.</summary>
internal sealed class ScopeCursor
{
    private readonly Dictionary<string, ImmutableArray<AffectedScope>> _affected = new(StringComparer.Ordinal);
    private HelmfileScope? _current;
    private bool _asked;

    /// <summary>The scope at hand; null where the context's own is meant.</summary>
    public HelmfileScope? Current
    {
        get
        {
            _asked = true;
            return _current;
        }
    }

    /// <summary>The name of the scope at hand, where there are several.</summary>
    public string? Name { get; private set; }

    /// <summary>Whether settings start from the scope at hand, and name none of their own.</summary>
    public bool IsFollowedBy(Action settings, HelmfileScope scope, string? name)
    {
        (_current, Name, _asked) = (scope, name, false);
        try
        {
            settings();
        }
        catch (GitOpsException)
        {
            // Such as a result that this scope does not have. It is thrown again when the task runs.
        }

        (_current, Name, var asked) = (null, null, _asked);
        return asked;
    }

    public async Task WithAsync(HelmfileScope scope, string? name, Func<Task> work)
    {
        (_current, Name) = (scope, name);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            (_current, Name) = (null, null);
        }
    }

    public async Task<ImmutableArray<AffectedScope>> AffectedAsync(string key, Func<Task<ImmutableArray<AffectedScope>>> find)
    {
        if (!_affected.TryGetValue(key, out var known))
            _affected[key] = known = await find().ConfigureAwait(false);

        return known;
    }
}
