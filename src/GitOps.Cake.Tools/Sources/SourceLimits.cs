namespace GitOps.Cake.Sources;

/// <summary>How much may be fetched: enough for any repository of configuration, too little to fill a disk.</summary>
internal sealed record SourceLimits
{
    /// <summary>The bytes of a file or archive as it is sent.</summary>
    public long Download { get; init; } = 256L * 1024 * 1024;

    /// <summary>The bytes of all files of a tree.</summary>
    public long Tree { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The files of a tree.</summary>
    public int Files { get; init; } = 200_000;

    /// <summary>How long one address may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(5);
}
