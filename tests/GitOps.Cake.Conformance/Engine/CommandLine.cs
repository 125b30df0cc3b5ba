using System.Collections.Immutable;
using System.Globalization;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>A command line of helmfile, read as helmfile reads it: flags may stand before and behind the command.</summary>
internal sealed class CommandLine
{
    private readonly ILookup<string, string> _flags;

    private CommandLine(string command, ImmutableArray<string> words, IEnumerable<(string Name, string Value)> flags) =>
        (Command, Words, _flags) = (command, words, flags.ToLookup(flag => flag.Name, flag => flag.Value, StringComparer.Ordinal));

    public string Command { get; }

    /// <summary>The words behind the command that are no flags.</summary>
    public ImmutableArray<string> Words { get; }

    /// <exception cref="CommandLineException">helmfile would not take it.</exception>
    public static CommandLine Parse(ImmutableArray<string> arguments)
    {
        var reader = new CommandLineReader(arguments);
        var (words, flags) = reader.Read();
        if (words is not [var command, .. var rest])
            throw new CommandLineException("there is no command.");

        var line = new CommandLine(command, [.. rest], flags);
        foreach (var number in flags.Where(flag => FlagTable.Of(command)![flag.Name] == FlagKind.Number))
            _ = line.Number(number.Name);
        if (line.IsOn("color") && line.IsOn("no-color"))
            throw new CommandLineException("--color and --no-color cannot be specified at the same time");
        return line;
    }

    public string? Text(string name) => _flags[name].LastOrDefault() is { Length: > 0 } text ? text : null;

    public ImmutableArray<string> Texts(string name) => [.. _flags[name]];

    public bool IsGiven(string name) => _flags.Contains(name);

    public bool IsOn(string name) => Boolean(name) == true;

    /// <summary>The value of a switch; null where it is not given.</summary>
    public bool? Boolean(string name) => _flags[name].LastOrDefault() switch
    {
        null => null,
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        var other => throw new CommandLineException($"invalid argument \"{other}\" for \"--{name}\" flag"),
    };

    public int? Number(string name) => _flags[name].LastOrDefault() switch
    {
        null => null,
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        var other => throw new CommandLineException($"invalid argument \"{other}\" for \"--{name}\" flag"),
    };

    /// <summary>A number of seconds; null for none, and for zero, which means none.</summary>
    public TimeSpan? Seconds(string name) => Number(name) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Words of a text of words, as helmfile splits them.</summary>
    public ImmutableArray<string> SplitWords(string name) => [.. (Text(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
