using System.Collections.Immutable;

namespace GitOps.Cake.Options;

/// <summary>Finds options that would silently do nothing: misspelled ones, and those that no task of the run reads.</summary>
internal static class OptionCheck
{
    private const int NearlyTheSame = 2;

    /// <summary>The problems, each a full sentence; none where every option is read.</summary>
    /// <param name="given">The names that the command line holds.</param>
    /// <param name="read">The names that the tasks of this run read.</param>
    public static ImmutableArray<string> Problems(IEnumerable<string> given, IReadOnlySet<string> read) =>
        [.. given.Where(name => !read.Contains(name)).Select(Problem).OfType<string>()];

    private static string? Problem(string name)
    {
        if (Find(name) is { } known)
            return $"The option --{known.Name} was given, but no task of this run reads it. {known.Description} Leave it out, or run a task that reads it.";

        return LibraryOptions.All.FirstOrDefault(option => IsNear(option.Name, name)) is { } near
            ? $"The option --{name} is not known. Did you mean --{near.Name}? {near.Description}"
            : null;
    }

    private static LibraryOption? Find(string name) =>
        LibraryOptions.All.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsNear(string known, string given) =>
        Math.Abs(known.Length - given.Length) <= NearlyTheSame
        && EditDistance.Between(known, given.ToLowerInvariant()) <= (known.Length > 5 ? NearlyTheSame : 1);
}
