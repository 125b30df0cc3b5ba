using System.Collections.Immutable;
using System.Globalization;
using Cake.Core;

namespace GitOps.Cake.Options;

/// <summary>Reads the library's options from the command line. A mistake is an error that names the option.</summary>
internal sealed class OptionReader(ICakeArguments arguments, string callerDirectory)
{
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of some options that were given and that nobody has asked for yet.</summary>
    public IEnumerable<LibraryOption> Unread(IEnumerable<LibraryOption> options) =>
        options.Where(option => arguments.HasArgument(option.Name) && !_read.Contains(option.Name));

    /// <summary>Hears that the build itself reads an argument.</summary>
    public void Note(string name) => _read.Add(name);

    /// <summary>The value of an option; null where it was not given.</summary>
    /// <exception cref="InvalidSettingsException">It has no value, or was given twice.</exception>
    public string? Value(LibraryOption option)
    {
        if (!IsGiven(option))
            return null;

        var values = arguments.GetArguments(option.Name);
        if (values.Count > 1)
            throw new InvalidSettingsException($"The option --{option.Name} was given {values.Count} times; it takes one value.");

        return values.FirstOrDefault() is { Length: > 0 } value
            ? value
            : throw new InvalidSettingsException($"The option --{option.Name} has no value. Write --{option.Name}=VALUE. {option.Description}");
    }

    /// <summary>All values of an option that may be repeated.</summary>
    public ImmutableArray<string> Values(LibraryOption option) =>
        IsGiven(option) ? [.. arguments.GetArguments(option.Name).Where(value => value.Length > 0)] : [];

    /// <summary>Whether a flag was given: alone, or as true.</summary>
    /// <exception cref="InvalidSettingsException">Its value is neither true nor false.</exception>
    public bool Flag(LibraryOption option) => Switch(option) ?? false;

    /// <summary>A flag that says something also when it is false; null where it was not given.</summary>
    /// <exception cref="InvalidSettingsException">Its value is neither true nor false.</exception>
    public bool? Switch(LibraryOption option)
    {
        if (!IsGiven(option))
            return null;

        var value = arguments.GetArguments(option.Name).LastOrDefault() ?? "";
        return value.Length == 0
            || (bool.TryParse(value, out var flag)
                ? flag
                : throw new InvalidSettingsException($"The option --{option.Name} is a flag: '{value}' is neither true nor false."));
    }

    /// <summary>A whole number of seconds of at least one; null where it was not given.</summary>
    /// <exception cref="InvalidSettingsException">The value is no such number.</exception>
    public TimeSpan? Seconds(LibraryOption option) => Count(option) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Words that one value holds, separated by blanks.</summary>
    public ImmutableArray<string> Words(LibraryOption option) => [.. (Value(option) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A whole number of at least one; null where it was not given.</summary>
    /// <exception cref="InvalidSettingsException">The value is no such number.</exception>
    public int? Count(LibraryOption option) => Value(option) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 => count,
        var text => throw new InvalidSettingsException($"The option --{option.Name} takes a whole number from 1, not '{text}'."),
    };

    /// <summary>One of the words of an enumeration, in any case.</summary>
    /// <exception cref="InvalidSettingsException">It was not given, or is none of the words.</exception>
    public T Choice<T>(LibraryOption option)
        where T : struct, Enum =>
        ChoiceOrNull<T>(option) ?? throw new InvalidSettingsException($"The option --{option.Name} is missing; it is one of {string.Join(", ", Words<T>())}.");

    /// <summary>One of the words of an enumeration, in any case; null where it was not given.</summary>
    /// <exception cref="InvalidSettingsException">It is none of the words.</exception>
    public T? ChoiceOrNull<T>(LibraryOption option)
        where T : struct, Enum
    {
        if (Value(option) is not { } word)
            return null;

        var at = Array.FindIndex(Words<T>(), known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase));
        return at >= 0
            ? Enum.GetValues<T>()[at]
            : throw new InvalidSettingsException($"The option --{option.Name} is '{word}'; it is one of {string.Join(", ", Words<T>())}.");
    }

    // HelmLegacy is helm-legacy on a command line.
    private static string[] Words<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => string.Concat(name.Select((letter, at) =>
            char.IsUpper(letter) ? $"{(at > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : letter.ToString())))];

    /// <summary>A path, made absolute: paths on the command line start from the caller's folder.</summary>
    public string? Path(LibraryOption option) => Value(option) is { } path ? Absolute(path) : null;

    /// <summary>All paths of an option that may be repeated.</summary>
    public ImmutableArray<string> Paths(LibraryOption option) => [.. Values(option).Select(Absolute)];

    private string Absolute(string path) => System.IO.Path.GetFullPath(path, callerDirectory);

    private bool IsGiven(LibraryOption option)
    {
        _read.Add(option.Name);
        return arguments.HasArgument(option.Name);
    }
}
