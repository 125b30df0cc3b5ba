namespace GitOps.Cake.Tooling;

/// <summary>What becomes of a tool's standard output. Line events are given in either case.</summary>
public enum ToolOutputHandling
{
    /// <summary>It is kept as a text, up to <see cref="ToolCommand.OutputLimit"/>.</summary>
    Capture,

    /// <summary>It is read and dropped, however long it is.</summary>
    Discard,
}
