namespace GitOps.Cake.Rendering;

/// <summary>What a piece of console text means; its colour follows from it.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Faint,
    Add,
    Change,
    Remove,
}
