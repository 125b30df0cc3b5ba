namespace GitOps.Cake.Helmfile.Ports;

/// <summary>The last revision of a release as helm keeps it. The content stays packed until it is needed.</summary>
public sealed record ReleaseRecord
{
    /// <summary>The release's name.</summary>
    public required string Name { get; init; }

    /// <summary>The release's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The number of the revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Its status in helm's words: <c>deployed</c>, <c>failed</c>, <c>pending-upgrade</c>, <c>uninstalled</c>, ...</summary>
    public required string Status { get; init; }

    /// <summary>Whether some revision of the release, this or an earlier one, is deployed.</summary>
    public bool IsDeployed { get; init; }

    /// <summary>The release as helm stores it: JSON, gzipped.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }
}
