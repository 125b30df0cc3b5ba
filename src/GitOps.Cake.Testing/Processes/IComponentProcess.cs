namespace GitOps.Cake.Testing.Processes;

/// <summary>A running part of a control plane.</summary>
internal interface IComponentProcess : IDisposable
{
    /// <summary>Its exit status, once it has ended; it is never faulted.</summary>
    Task<int> Ended { get; }

    /// <summary>Asks it to end, kills it after the grace period, and returns when it is gone.</summary>
    Task StopAsync(TimeSpan grace);
}
