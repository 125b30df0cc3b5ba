using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Cli.Failures;

/// <summary>A call of helm that failed, as helmfile shows it: its arguments and what it printed.</summary>
/// <param name="Arguments">The arguments, the program's name among them.</param>
/// <param name="StandardError">What helm printed to its standard error; null where it printed nothing at all.</param>
/// <param name="CombinedOutput">All that helm printed; null where it printed nothing at all.</param>
internal sealed record HelmDump(ImmutableArray<string> Arguments, string? StandardError, string? CombinedOutput)
{
    private const string ErrorMark = "Error: ";

    /// <summary>The verb, as in <c>upgrade</c>; <c>diff</c> for the plugin's.</summary>
    public string Verb => Word(0) ?? "";

    /// <summary>The release; null where the verb has none among its arguments.</summary>
    public string? Release => Verb switch
    {
        "diff" => Word(3),
        "upgrade" => Word(2),
        "template" or "status" or "delete" or "uninstall" or "test" => Word(1),
        _ => null,
    };

    /// <summary>The chart, where the verb has one.</summary>
    public string? Chart => Verb switch
    {
        "diff" => Word(4),
        "upgrade" => Word(3),
        "template" => Word(2),
        "lint" or "unittest" => Word(1),
        _ => null,
    };

    public string Namespace => Values("--namespace").LastOrDefault() ?? "";

    /// <summary>What helm gave as its reason, without the word in front of it.</summary>
    public string? Reason => StandardError?.Split('\n').FirstOrDefault(line => line.StartsWith(ErrorMark, StringComparison.Ordinal)) is { } line
        ? line[ErrorMark.Length..]
        : null;

    /// <summary>Every value of an option.</summary>
    public IEnumerable<string> Values(string option) =>
        Arguments.Zip(Arguments.Skip(1)).Where(pair => pair.First == option).Select(pair => pair.Second);

    /// <summary>The arguments from the verb on: in front of it stand options that every call may have, each with a value.</summary>
    private string? Word(int index)
    {
        var start = 1;
        while (start < Arguments.Length && Arguments[start].StartsWith('-'))
            start += Arguments[start].Contains('=', StringComparison.Ordinal) ? 1 : 2;

        return Arguments.ElementAtOrDefault(start + index);
    }
}
