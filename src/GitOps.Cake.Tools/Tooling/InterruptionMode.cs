namespace GitOps.Cake.Tooling;

/// <summary>What a runner does first when a run is cancelled.</summary>
internal enum InterruptionMode
{
    /// <summary>It interrupts the programs.</summary>
    Send,

    /// <summary>
    /// It leaves them alone during the grace period: a terminal sent the interrupt to the whole group, and helm takes a second one
    /// for an order to drop everything at once.
    /// </summary>
    AlreadyDelivered,
}
