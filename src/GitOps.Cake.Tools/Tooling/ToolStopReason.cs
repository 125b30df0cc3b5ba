namespace GitOps.Cake.Tooling;

/// <summary>Why a program was stopped.</summary>
internal enum ToolStopReason
{
    None,
    Cancelled,
    TimedOut,
}
