namespace GitOps.Cake.Locks;

/// <summary>A cluster gives no Leases, or not to this user.</summary>
/// <param name="reason">Why, and what to do, without a full stop.</param>
internal sealed class LockUnavailableException(string reason) : GitOpsException(reason);
