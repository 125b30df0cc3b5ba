using GitOps.Cake.Tooling;

namespace GitOps.Cake.Dummy;

/// <summary>A program built on the library: it has a run folder, and ends by a signal.</summary>
internal static class OwnRun
{
    /// <summary>What the program's host would return.</summary>
    public const int HostExitCode = 1;

    /// <param name="parent">Where the run folder is made.</param>
    /// <param name="ends">Whether the run comes to its end after the first signal, as it should.</param>
    public static async Task<int> RunAsync(string parent, bool ends)
    {
        using var interruption = new Interruption();
        using var folder = RunFolder.Create(parent);
        using var cleanup = interruption.OnForcedEnd(folder.Dispose);
        await Console.Out.WriteLineAsync($"ready {Environment.ProcessId} {folder.Path}").ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, interruption.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Console.Out.WriteLineAsync("signal").ConfigureAwait(false);
        if (!ends)
            await Task.Delay(Timeout.Infinite).ConfigureAwait(false);

        return HostExitCode;
    }
}
