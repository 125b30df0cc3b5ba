namespace GitOps.Cake.Tooling;

/// <summary>How a run ends when a signal asks for it.</summary>
internal sealed record InterruptionSettings
{
    /// <summary>How long programs may take to end by themselves.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the run may take after that to tell its outcome.</summary>
    public TimeSpan TimeToReport { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether signals are listened to.</summary>
    public bool Register { get; init; } = true;

    /// <summary>
    /// Whether an interrupt comes from a terminal, which sends it to every process of the group. A process cannot see who sent
    /// a signal; one without any terminal certainly got it alone.
    /// </summary>
    public Func<bool> InTerminal { get; init; } =
        () => !Console.IsInputRedirected || !Console.IsOutputRedirected || !Console.IsErrorRedirected;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Ends the process.</summary>
    public Action<int> Exit { get; init; } = Environment.Exit;
}
