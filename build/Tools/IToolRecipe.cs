using System.Collections.Immutable;

namespace Build.Tools;

/// <summary>How to get tools that a machine does not have.</summary>
internal interface IToolRecipe
{
    /// <summary>Names what comes out: it changes when that does.</summary>
    string Key { get; }

    /// <summary>What comes out, as places in <see cref="ToolLayout"/>.</summary>
    ImmutableArray<string> Tools { get; }

    /// <summary>Free disk space that the work takes, in bytes.</summary>
    long SpaceNeeded { get; }

    /// <summary>How else the tools can be had.</summary>
    string OtherWays { get; }

    /// <summary>Why this machine cannot follow the recipe; null where it can.</summary>
    string? FindObstacle();

    /// <summary>Follows it. The work folder may hold what an earlier attempt left.</summary>
    Task MakeAsync(string work, string destination, RestoreProgress progress, CancellationToken cancellationToken);
}
