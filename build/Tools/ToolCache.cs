using System.Collections.Immutable;
using System.Globalization;

namespace Build.Tools;

/// <summary>
/// The tools of this user, a folder for each recipe. A folder is there complete or not at all; of two processes that want the same one,
/// one makes it and the other waits.
/// </summary>
internal sealed class ToolCache(string folder, TimeProvider time)
{
    private const string Versions = "versions";

    public async Task<ImmutableArray<FoundTool>> GetAsync(IToolRecipe recipe, RestoreProgress progress, CancellationToken cancellationToken)
    {
        var finished = Path.Combine(folder, recipe.Key);
        if (Read(finished) is { } there)
        {
            return there;
        }

        if (recipe.FindObstacle() is { } obstacle)
        {
            throw new ToolRestoreException($"{obstacle}\n{recipe.OtherWays}");
        }

        Directory.CreateDirectory(folder);
        using var only = await FileLock.AcquireAsync($"{finished}.lock", () => progress.Step($"waiting for another restore of {recipe.Key}"), time, cancellationToken);
        return Read(finished) ?? await MakeAsync(recipe, finished, progress, cancellationToken);
    }

    private static async Task<ImmutableArray<FoundTool>> MakeAsync(IToolRecipe recipe, string finished, RestoreProgress progress, CancellationToken cancellationToken)
    {
        // Kept until the end: what an attempt that was stopped has fetched and compiled is of use to the next.
        var work = Directory.CreateDirectory($"{finished}.work").FullName;
        CheckSpace(work, recipe);
        var made = Path.Combine(work, "made");
        if (Directory.Exists(made))
        {
            Directory.Delete(made, recursive: true);
        }

        foreach (var tool in recipe.Tools)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(made, tool))!);
        }

        await recipe.MakeAsync(work, made, progress, cancellationToken);
        var lines = new List<string>();
        foreach (var tool in recipe.Tools)
        {
            var file = Path.Combine(made, tool);
            MakeExecutable(file);
            lines.Add($"{tool} {await ToolVersion.AskAsync(file, cancellationToken)}");
        }

        await File.WriteAllLinesAsync(Path.Combine(made, Versions), lines, cancellationToken);
        Directory.Move(made, finished);
        progress.Step("removing the work folder");
        Directory.Delete(work, recursive: true);
        return Read(finished)!.Value;
    }

    private static ImmutableArray<FoundTool>? Read(string finished) =>
        File.Exists(Path.Combine(finished, Versions))
            ? [.. File.ReadLines(Path.Combine(finished, Versions)).Select(line => line.Split(' ')).Select(words => new FoundTool(words[0], words[1], Path.Combine(finished, words[0])))]
            : null;

    private static void CheckSpace(string work, IToolRecipe recipe)
    {
        var free = new DriveInfo(work).AvailableFreeSpace;
        if (free < recipe.SpaceNeeded)
        {
            throw new ToolRestoreException(string.Create(
                CultureInfo.InvariantCulture,
                $"Restoring {recipe.Key} takes {recipe.SpaceNeeded >> 20} MB of disk space for a while; {work} has {free >> 20} MB. Make room, or let XDG_CACHE_HOME name a folder with more."));
        }
    }

    private static void MakeExecutable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, (UnixFileMode)Convert.ToInt32("755", 8));
        }
    }
}
