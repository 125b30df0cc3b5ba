namespace GitOps.Cake.Scopes;

/// <summary>A task as the scopes that it runs for see it.</summary>
internal sealed record ScopedTask
{
    /// <summary>Makes the task's settings, to see whether they start from the scope at hand.</summary>
    public required Action Settings { get; init; }

    /// <summary>Does the work for the scope at hand.</summary>
    public required Func<Task> Run { get; init; }

    /// <summary>Says of the scope at hand, by its name, that it is left alone: nothing affects it, or the scope that is named second failed.</summary>
    public required Func<string, string?, Task> Skip { get; init; }

    /// <summary>What came out for the scope that ran last; null where there is nothing to say.</summary>
    public required Func<string?> Outcome { get; init; }

    /// <summary>Whether it changes clusters, so that no scope is tried after one that failed.</summary>
    public bool Changes { get; init; }
}
