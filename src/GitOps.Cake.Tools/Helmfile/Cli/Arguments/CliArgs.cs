using System.Globalization;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>Forms of helmfile's options beside those that every tool has.</summary>
internal static class CliArgs
{
    /// <summary>An option that may be given several times with <c>name=value</c>, of which nobody may see the value.</summary>
    public static IEnumerable<Argument> EachAssignment(string name, IEnumerable<string> assignments) =>
        assignments.SelectMany(assignment => new[] { name, Hidden(assignment) });

    public static IEnumerable<Argument> Number(string name, int? value) =>
        Args.Option(name, value?.ToString(CultureInfo.InvariantCulture));

    public static IEnumerable<Argument> Seconds(string name, TimeSpan? time) => Number(name, time is { } span ? (int)Math.Ceiling(span.TotalSeconds) : null);

    /// <summary>Words that helmfile takes as one text and splits at blanks. As soon as one word is secret, nothing of them is shown.</summary>
    public static IEnumerable<Argument> Words(string name, IReadOnlyCollection<string> words)
    {
        if (words.Count == 0)
            return [];

        var text = string.Join(' ', words);
        return Args.Words(words).Any(word => word.Secret is not null) ? [new Argument($"{name}=", new Secret(text))] : [$"{name}={text}"];
    }

    /// <summary>Options whose value may begin with a dash, and so must not be a word of its own.</summary>
    public static IEnumerable<Argument> EachJoined(string name, IEnumerable<string> values) => values.Select(value => new Argument($"{name}={value}"));

    private static Argument Hidden(string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal) + 1;
        return new(assignment[..equals], new Secret(assignment[equals..]));
    }
}
