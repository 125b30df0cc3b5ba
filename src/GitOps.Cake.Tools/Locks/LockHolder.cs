using System.Globalization;
using GitOps.Cake.GitHub.Places;

namespace GitOps.Cake.Locks;

/// <summary>Who holds a lock, for those who wait and for those who look it up.</summary>
/// <param name="Identity">Unlike that of every other holder.</param>
/// <param name="RunUrl">The page of the run, where there is one.</param>
internal sealed record LockHolder(string Identity, string? RunUrl)
{
    /// <summary>This process, with a name of its own for each lock that it takes.</summary>
    public static LockHolder Of(string? runUrl, string workspace)
    {
        var run = CiSystems.Read(new(Environment.GetEnvironmentVariable), workspace);
        var who = run is { RunId: { } id } ? $"{run.System} run {id}" : Environment.UserName;
        var process = string.Create(CultureInfo.InvariantCulture, $"{who}@{Environment.MachineName}/{Environment.ProcessId}");
        return new($"{process}/{Guid.NewGuid():N}"[..(process.Length + 9)], runUrl ?? run?.RunUrl);
    }
}
