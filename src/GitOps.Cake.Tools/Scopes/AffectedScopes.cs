using System.Collections.Immutable;
using GitOps.Cake.Git;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Results;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Scopes;

/// <summary>Finds out which scopes a change affects. Where that cannot be told of a scope, it counts as affected.</summary>
/// <param name="engines">The engine of a scope.</param>
/// <param name="runner">Runs git.</param>
/// <param name="workspace">The folder that paths of scopes start from.</param>
internal sealed class AffectedScopes(Func<HelmfileScope, CancellationToken, Task<IHelmfileEngine>> engines, IToolRunner runner, string workspace)
{
    /// <exception cref="GitOpsException">This is no repository, the clone is shallow, or it does not have the commit.</exception>
    public async Task<ImmutableArray<AffectedScope>> FindAsync(
        ImmutableArray<HelmfileScope> scopes, string since, NeedsSelection needs, CancellationToken cancellationToken)
    {
        var git = new ToolFinder(workspace).Find(ToolSource.Git);
        var repository = await GitRepository.FindAsync(runner, git, workspace, cancellationToken).ConfigureAwait(false)
            ?? throw new GitOpsException($"{workspace} is in no git repository, so nobody can tell what is affected. Run it in a clone, or without --affected.");
        if (await repository.IsShallowAsync(cancellationToken).ConfigureAwait(false))
            throw new GitOpsException("This clone is shallow, so nobody can tell what changed since the merge base. Fetch the whole history: fetch-depth: 0 of actions/checkout, GIT_DEPTH: 0 of GitLab, or git fetch --unshallow.");

        var other = await ResolveAsync(repository, since, cancellationToken).ConfigureAwait(false);
        var head = await repository.HeadAsync(cancellationToken).ConfigureAwait(false);
        if (await repository.MergeBaseAsync(other, head, cancellationToken).ConfigureAwait(false) is not { } mergeBase)
            return [.. scopes.Select(scope => Affected(scope, $"{since} and the commit that is checked out have no history in common."))];

        var changes = new ChangedPaths(repository.Root, await repository.ChangedFilesAsync(mergeBase, cancellationToken).ConfigureAwait(false));
        return [.. await Task.WhenAll(scopes.Select(scope => Task.Run(() => DecideAsync(scope, changes, needs, cancellationToken), cancellationToken))).ConfigureAwait(false)];
    }

    private static async Task<string> ResolveAsync(GitRepository repository, string since, CancellationToken cancellationToken)
    {
        // A CI system fetches branches of the remote and makes no local ones, and a local one may be old.
        foreach (var name in (string[])[$"refs/remotes/origin/{since}", since])
        {
            if (await repository.FindCommitAsync(name, cancellationToken).ConfigureAwait(false) is { } found)
                return found;
        }

        throw new GitOpsException($"This clone has no commit \"{since}\" to compare with. Fetch it (git fetch origin {since}), or name another one (--base).");
    }

    private async Task<AffectedScope> DecideAsync(HelmfileScope scope, ChangedPaths changes, NeedsSelection needs, CancellationToken cancellationToken)
    {
        if (changes.IsEmpty)
            return new(ScopeName.Of(scope, workspace), false, "Nothing changed.");

        var engine = await engines(scope, cancellationToken).ConfigureAwait(false);
        var inputs = await engine.InputsAsync(scope, needs, cancellationToken).ConfigureAwait(false);
        return FirstOf(scope, changes, inputs) is { } changed ? Affected(scope, $"{changed} changed.")
            : inputs.Doubts is [var doubt, ..] ? Affected(scope, doubt)
            : new(ScopeName.Of(scope, workspace), false, "None of its inputs changed.");
    }

    private string? FirstOf(HelmfileScope scope, ChangedPaths changes, ScopeInputs inputs)
    {
        try
        {
            return changes.FirstOf(inputs);
        }
        catch (FormatException exception)
        {
            throw new InvalidSettingsException($"A pattern among the Inputs of the scope {ScopeName.Of(scope, workspace)} cannot be read: {exception.Message}.");
        }
    }

    private AffectedScope Affected(HelmfileScope scope, string reason) => new(ScopeName.Of(scope, workspace), true, reason);
}
