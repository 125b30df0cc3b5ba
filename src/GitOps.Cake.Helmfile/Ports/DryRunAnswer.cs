namespace GitOps.Cake.Helmfile.Ports;

/// <summary>What a server answers to the dry run of an apply.</summary>
public sealed record DryRunAnswer
{
    /// <summary>Why the server would not take the object; null where it would.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether it would not because other managers own fields of it.</summary>
    public bool IsConflict { get; init; }

    /// <summary>The object as it would be, as JSON; empty where it would not be taken.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }
}
