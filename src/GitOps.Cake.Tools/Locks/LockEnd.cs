namespace GitOps.Cake.Locks;

/// <summary>What a Lease remembers when it is set free.</summary>
/// <param name="Notes">Whether anything is noted; what was noted before stays otherwise.</param>
/// <param name="Sha">The commit that was applied; null where it is not known, or where nothing of it is left.</param>
internal sealed record LockEnd(bool Notes, string? Sha)
{
    public static LockEnd AsBefore { get; } = new(false, null);
}
