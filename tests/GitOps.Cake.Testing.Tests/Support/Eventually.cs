using System.Diagnostics;

namespace GitOps.Cake.Testing.Tests.Support;

/// <summary>Waits for what other processes bring about.</summary>
internal static class Eventually
{
    public static async Task ShouldBecomeAsync<T>(Func<Task<T>> read, Func<T, bool> isIt, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        var last = await read();
        while (!isIt(last))
        {
            watch.Elapsed.ShouldBeLessThan(patience ?? TimeSpan.FromMinutes(5), $"The last answer was {Show(last)}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
            last = await read();
        }
    }

    /// <summary>No process names the folder, and the folder is gone.</summary>
    public static async Task ShouldVanishAsync(string folder)
    {
        await ShouldBecomeAsync(() => Task.FromResult(ProcessTable.Naming(folder)), left => left.Length == 0);
        await ShouldBecomeAsync(() => Task.FromResult(Directory.Exists(folder)), exists => !exists);
    }

    private static string? Show<T>(T value) => value is string[] lines ? string.Join(Environment.NewLine, lines) : value?.ToString();
}
