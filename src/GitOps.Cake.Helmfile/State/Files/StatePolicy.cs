using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>What helmfile checks in the plain text of a state file, before anything is rendered.</summary>
internal static class StatePolicy
{
    public static void Check(string file, string text, StateProblems problems)
    {
        var keys = TopKeys(file, text);
        if (!keys.Any(key => key.Value != "---"))
            problems.Add(new(file, 1), "no top-level config keys are found: the file is empty, or everything in it is indented.");

        CheckOrder(keys, problems);
        CheckParts(keys, problems);
    }

    private static void CheckOrder(List<(string Value, SourcePosition At)> keys, StateProblems problems)
    {
        var afterReleases = keys.SkipWhile(key => key.Value != "releases").Where(key => key.Value is "bases" or "environments");
        foreach (var key in afterReleases)
            problems.Add(key.At, $"top-level config key \"{key.Value}\" must be defined before \"releases\": move it further up.");
    }

    private static void CheckParts(List<(string Value, SourcePosition At)> keys, StateProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var previous = "---";
        foreach (var (value, at) in keys.Where(key => key.Value is "---" or "environments" or "releases"))
        {
            if (value != "---" && !seen.Add(value))
                continue;

            if (value == "releases" && previous == "environments")
            {
                problems.Add(at, "environments and releases cannot be defined within the same YAML part: "
                    + "put a line of three dashes (---) between them, so that values of the environment are known where releases are read.");
            }

            previous = value;
        }
    }

    private static List<(string Value, SourcePosition At)> TopKeys(string file, string text)
    {
        var keys = new List<(string, SourcePosition)>();
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan()[range].TrimEnd();
            if (line.SequenceEqual("---"))
                keys.Add(("---", new(file, number)));
            else if (line.IndexOf(':') is > 0 and var colon && !line[..colon].ContainsAnyExcept(Letters))
                keys.Add((line[..colon].ToString(), new(file, number)));
        }

        return keys;
    }

    private static System.Buffers.SearchValues<char> Letters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
