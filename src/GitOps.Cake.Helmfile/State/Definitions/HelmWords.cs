using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>
/// Reads the words that a state file adds to calls of helm (<c>args</c>, <c>syncArgs</c>, <c>templateArgs</c>) by helmfile's rule: an entry may hold several,
/// divided by blanks, without any quoting; a word that is neither a flag nor the value of one is dropped; flags of one name come together.
/// </summary>
internal static class HelmWords
{
    public static ImmutableArray<string> Of(IEnumerable<string> entries)
    {
        ImmutableArray<string> words = [.. entries.SelectMany(entry => entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        var flags = new List<(string Name, ImmutableArray<string> Words)>();
        for (var index = 0; index < words.Length; index++)
        {
            if (!IsFlag(words[index]))
                continue;

            var (name, isWhole) = words[index].Split('=', 2) is [var before, var after] ? (before, after.Length > 0) : (words[index], false);
            var hasNext = !words[index].Contains('=', StringComparison.Ordinal) && index + 1 < words.Length && !IsFlag(words[index + 1]);
            flags.Add((name, isWhole ? [words[index]] : hasNext ? [name, words[index + 1]] : [name]));
        }

        return [.. flags.GroupBy(flag => flag.Name).SelectMany(group => group).SelectMany(flag => flag.Words)];
    }

    private static bool IsFlag(string word) => word.StartsWith('-');
}
