using GitOps.Cake.Git;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Locks;

/// <summary>The commit that a workspace is at, and whether it is older than another one.</summary>
internal sealed class CheckedOutCommit
{
    private readonly GitRepository? _repository;

    private CheckedOutCommit(GitRepository? repository, string? sha, string? obstacle) => (_repository, Sha, Obstacle) = (repository, sha, obstacle);

    /// <summary>The whole SHA; null where there is none.</summary>
    public string? Sha { get; }

    /// <summary>Why there is none.</summary>
    public string? Obstacle { get; }

    public static async Task<CheckedOutCommit> FindAsync(IToolRunner runner, string workspace, CancellationToken cancellationToken)
    {
        try
        {
            var repository = await GitRepository.FindAsync(runner, new ToolFinder(workspace).Find(ToolSource.Git), workspace, cancellationToken).ConfigureAwait(false);
            return repository is null
                ? new(null, null, $"{workspace} is in no git repository")
                : new(repository, await repository.HeadAsync(cancellationToken).ConfigureAwait(false), null);
        }
        catch (GitOpsException exception)
        {
            return new(null, null, exception.Message);
        }
    }

    /// <summary>Says whether a commit was applied that comes after this one.</summary>
    /// <returns>Whether it was, and why that cannot be told; false and null where it was not.</returns>
    public async Task<(bool IsOlder, string? Unknown)> CompareAsync(string applied, CancellationToken cancellationToken)
    {
        if (_repository is not { } repository || Sha is not { } own)
            return (false, Obstacle);
        if (own == applied)
            return (false, null);
        if (await repository.HasAsync(applied, cancellationToken).ConfigureAwait(false))
            return (await repository.IsAncestorAsync(own, applied, cancellationToken).ConfigureAwait(false), null);

        // A clone of depth 1 knows the names of its commit's parents all the same.
        if ((await repository.HeadParentsAsync(cancellationToken).ConfigureAwait(false)).Contains(applied))
            return (false, null);

        return (false, await repository.IsShallowAsync(cancellationToken).ConfigureAwait(false)
            ? $"this clone is shallow and does not have {applied}: fetch the whole history (actions/checkout with fetch-depth: 0, or git fetch --unshallow)"
            : $"this clone does not have {applied}: fetch it (git fetch), or give the scope a Name of its own if another repository deploys one of this name");
    }
}
