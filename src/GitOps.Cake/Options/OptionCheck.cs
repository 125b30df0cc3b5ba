using System.Collections.Frozen;
using System.Collections.Immutable;

namespace GitOps.Cake.Options;

/// <summary>Finds options that would silently do nothing: misspelled ones, and those that no task of the run reads.</summary>
internal static class OptionCheck
{
    /// <summary>Flags of helmfile's that would choose another cluster or program than a run takes without them, and have another name here.</summary>
    private static readonly FrozenDictionary<string, LibraryOption> NamesOfHelmfile = new Dictionary<string, LibraryOption>
    {
        ["kube-context"] = LibraryOptions.Context,
        ["helm-binary"] = LibraryOptions.Helm,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The problems, each a full sentence; none where every option is read.</summary>
    /// <param name="given">The names that the command line holds.</param>
    /// <param name="read">The names that the tasks of this run read.</param>
    public static ImmutableArray<string> Problems(IEnumerable<string> given, IReadOnlySet<string> read) =>
        [.. given.Where(name => !read.Contains(name)).Select(Problem).OfType<string>()];

    private static string? Problem(string name)
    {
        if (Find(name) is { } known)
            return $"The option --{known.Name} was given, but no task of this run reads it: leave it out, or run a task that does. What it is for: {known.Description}";

        if (NamesOfHelmfile.GetValueOrDefault(name) is { } renamed)
            return $"The option --{name} of helmfile is --{renamed.Name} here. {renamed.Description}";

        return Spelling.Nearest(name, LibraryOptions.All.Select(option => option.Name)) is { } near
            ? $"The option --{name} is not known. Did you mean --{near}? {Find(near)!.Description}"
            : null;
    }

    private static LibraryOption? Find(string name) =>
        LibraryOptions.All.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.OrdinalIgnoreCase));
}
