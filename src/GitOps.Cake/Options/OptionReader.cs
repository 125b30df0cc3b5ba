using System.Collections.Immutable;
using System.Globalization;
using Cake.Core;

namespace GitOps.Cake.Options;

/// <summary>Reads the library's options from the command line. A mistake is an error that names the option.</summary>
internal sealed class OptionReader(ICakeArguments arguments, string callerDirectory)
{
    /// <summary>The value of an option; null where it was not given.</summary>
    /// <exception cref="InvalidSettingsException">It has no value, or was given twice.</exception>
    public string? Value(LibraryOption option)
    {
        if (!arguments.HasArgument(option.Name))
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
        arguments.HasArgument(option.Name) ? [.. arguments.GetArguments(option.Name).Where(value => value.Length > 0)] : [];

    /// <summary>Whether a flag was given: alone, or as true.</summary>
    /// <exception cref="InvalidSettingsException">Its value is neither true nor false.</exception>
    public bool Flag(LibraryOption option)
    {
        if (!arguments.HasArgument(option.Name))
            return false;

        var value = arguments.GetArguments(option.Name).LastOrDefault() ?? "";
        return value.Length == 0
            || (bool.TryParse(value, out var flag)
                ? flag
                : throw new InvalidSettingsException($"The option --{option.Name} is a flag: '{value}' is neither true nor false."));
    }

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
        where T : struct, Enum
    {
        var words = string.Join(", ", Enum.GetNames<T>().Select(word => word.ToLowerInvariant()));
        return Value(option) switch
        {
            null => throw new InvalidSettingsException($"The option --{option.Name} is missing; it is one of {words}."),
            var word when Enum.TryParse<T>(word, ignoreCase: true, out var choice) && Enum.IsDefined(choice) && !int.TryParse(word, out _) => choice,
            var word => throw new InvalidSettingsException($"The option --{option.Name} is '{word}'; it is one of {words}."),
        };
    }

    /// <summary>A path, made absolute: paths on the command line start from the caller's folder.</summary>
    public string? Path(LibraryOption option) => Value(option) is { } path ? Absolute(path) : null;

    /// <summary>All paths of an option that may be repeated.</summary>
    public ImmutableArray<string> Paths(LibraryOption option) => [.. Values(option).Select(Absolute)];

    private string Absolute(string path) => System.IO.Path.GetFullPath(path, callerDirectory);
}
