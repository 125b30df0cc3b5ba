using GitOps.Cake.Rendering;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.GitHub;

/// <summary>What a task that runs for several scopes has to tell in comments; written once the last of them has run.</summary>
internal sealed class ScopeComments
{
    private readonly List<(CommentGroup Group, Dictionary<string, CommentPart> Parts)> _groups = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => _groups.TrueForAll(known => known.Parts.Count == 0);

    /// <summary>Takes a group up; does something before the first of its scopes.</summary>
    public async Task BeginAsync(CommentGroup group, Func<Task> first)
    {
        if (_groups.Exists(known => known.Group.Key == group.Key))
            return;

        _groups.Add((group, new(StringComparer.Ordinal)));
        await first().ConfigureAwait(false);
    }

    /// <summary>Hears what there is to tell of a scope.</summary>
    public void Tell(CommentGroup group, CommentPart part)
    {
        if (!_groups.Exists(known => known.Group.Key == group.Key))
            _groups.Add((group, new(StringComparer.Ordinal)));

        _groups.Find(known => known.Group.Key == group.Key).Parts[part.Scope] = part;
    }

    /// <summary>Whether there is something to tell of a scope already.</summary>
    public bool Knows(string scope) => _groups.Exists(known => known.Parts.ContainsKey(scope));

    /// <summary>Writes what was told, a comment for each group of which anything was.</summary>
    /// <param name="write">Writes one.</param>
    /// <exception cref="GitOpsException">One could not be written; the others were.</exception>
    public Task WriteAsync(Func<CommentGroup, IReadOnlyList<CommentPart>, Task> write) => Attempts.AllAsync(
        _groups.Where(known => known.Parts.Count > 0).Select(Func<Task> (known) => () => write(known.Group, [.. InOrder(known.Group, known.Parts)])));

    // Of a scope that failed outside of what is told, a reader has to know at least that.
    private static IEnumerable<CommentPart> InOrder(CommentGroup group, Dictionary<string, CommentPart> parts) =>
    [
        .. group.Scopes.Select(scope => parts.GetValueOrDefault(scope) ?? new QuietPart(scope, ScopeTexts.NothingKnown)),
        .. parts.Values.Where(part => !group.Scopes.Contains(part.Scope)),
    ];
}
