namespace GitOps.Cake.Tests.GitHub;

/// <summary>A clock that is wrong.</summary>
internal sealed class SkewedTime(TimeProvider right, TimeSpan skew) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + skew;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => right.CreateTimer(callback, state, dueTime, period);
}
