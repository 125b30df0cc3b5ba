using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Rendering;

/// <summary>
/// What a comment of this library says about itself, where people do not see it: which one it is, and of which run. It tells an older run from a
/// newer one and nothing else: anybody who may edit a comment can change it.
/// </summary>
internal sealed partial record CommentMarker
{
    /// <summary><c>plan</c> or <c>apply</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the comment is about: a scope, an environment.</summary>
    public required string Key { get; init; }

    /// <summary>The commit.</summary>
    public required string Sha { get; init; }

    /// <summary>The run, where its system numbers them.</summary>
    public string Run { get; init; } = "";

    /// <summary>Which try of the run.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether it is the same comment, of whichever run.</summary>
    public bool IsSameComment(CommentMarker other) => Kind == other.Kind && Key == other.Key;

    /// <summary>Whether this run is certainly older than another one of the same commit.</summary>
    public bool IsOlderThan(CommentMarker other)
    {
        if (Sha != other.Sha)
            return false;

        if (Run == other.Run)
            return Attempt < other.Attempt;

        return Numbered().Match(Run) is { Success: true } own && Numbered().Match(other.Run) is { Success: true } others
            && own.Groups["name"].Value == others.Groups["name"].Value && Number(own) < Number(others);
    }

    /// <summary>The marker as a comment of HTML.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"<!-- gitops-cake {Kind} key={Escape(Key)} sha={Escape(Sha)} run={Escape(Run)} attempt={Attempt} -->");

    /// <summary>The marker that a text starts with; null where it has none.</summary>
    public static CommentMarker? Read(string? text) => Form().Match(text ?? "") is { Success: true } match
        ? new()
        {
            Kind = match.Groups["kind"].Value,
            Key = Uri.UnescapeDataString(match.Groups["key"].Value),
            Sha = Uri.UnescapeDataString(match.Groups["sha"].Value),
            Run = Uri.UnescapeDataString(match.Groups["run"].Value),
            Attempt = int.Parse(match.Groups["attempt"].Value, CultureInfo.InvariantCulture),
        }
        : null;

    // What ends a comment of HTML cannot come out of this.
    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static long Number(Match run) => long.Parse(run.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    // Some systems put the name of the job before the number of the run.
    [GeneratedRegex(@"\A(?<name>.*?)(?<number>[0-9]{1,18})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\A<!-- gitops-cake (?<kind>[a-z]+) key=(?<key>\S*) sha=(?<sha>\S*) run=(?<run>\S*) attempt=(?<attempt>[0-9]{1,6}) -->", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
