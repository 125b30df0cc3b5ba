using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Scopes;

/// <summary>
/// What the tasks of a run have begun, whatever became of it: comparisons and changes of scopes, and deployments that were reported as in progress. What was
/// never begun is not reported as failed.
/// </summary>
internal sealed class BegunWork
{
    private readonly List<(Type Task, string? Name, HelmfileScope Scope, bool Changes)> _begun = [];
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);

    /// <summary>Hears that a task begins to compare or to change a scope.</summary>
    /// <param name="task">The task.</param>
    /// <param name="name">The name of the scope at hand, where there are several.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="changes">Whether it changes it.</param>
    public void Add(Type task, string? name, HelmfileScope scope, bool changes) => _begun.Add((task, name, scope, changes));

    /// <summary>What a task began for the scope at hand; null where it began nothing.</summary>
    public HelmfileScope? Of(Type task, string? name) => _begun.Find(begun => begun.Task == task && IsAt(begun.Name, name)).Scope;

    /// <summary>Whether some task began to change the scope at hand; any where none is named.</summary>
    public bool IsChanged(string? name) => _begun.Exists(begun => begun.Changes && IsAt(begun.Name, name));

    /// <summary>Hears that a deployment to an environment was reported as in progress.</summary>
    public void Announce(string environment) => _announced.Add(environment);

    /// <summary>Whether a deployment to an environment was reported as in progress.</summary>
    public bool IsAnnounced(string environment) => _announced.Contains(environment);

    private static bool IsAt(string? begun, string? name) => name is null || begun == name;
}
