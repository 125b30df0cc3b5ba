namespace GitOps.Cake.Tests.Locks;

/// <summary>A clock that is wrong.</summary>
internal sealed class SkewedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
