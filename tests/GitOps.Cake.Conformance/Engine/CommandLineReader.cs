using System.Collections.Immutable;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>Tells flags from words, by the rules of POSIX flags with long names. A command's own flags stand behind it.</summary>
/// <param name="arguments">The words of the line.</param>
internal sealed class CommandLineReader(ImmutableArray<string> arguments)
{
    private readonly List<string> _words = [];
    private readonly List<(string Name, string Value)> _flags = [];
    private ImmutableDictionary<string, FlagKind> _known = FlagTable.OfAll;
    private int _index;

    /// <exception cref="CommandLineException">A command or flag is unknown, or a value is missing.</exception>
    public (List<string> Words, List<(string Name, string Value)> Flags) Read()
    {
        while (_index < arguments.Length)
        {
            switch (arguments[_index++])
            {
                case "--":
                    _words.AddRange(arguments[_index..]);
                    _index = arguments.Length;
                    break;
                case ['-', '-', ..] word:
                    Long(word[2..]);
                    break;
                case ['-', _, ..] word:
                    Short(word[1..]);
                    break;
                case var word:
                    Word(word);
                    break;
            }
        }

        return (_words, _flags);
    }

    private void Word(string word)
    {
        if (_words.Count == 0)
            _known = FlagTable.Of(word) ?? throw new CommandLineException($"unknown command \"{word}\" for \"helmfile\"");
        _words.Add(word);
    }

    private void Long(string word)
    {
        var (name, value) = word.Split('=', 2) is [var before, var after] ? (before, after) : (word, null);
        if (!_known.TryGetValue(name, out var kind) || name.Length == 1)
            throw new CommandLineException($"unknown flag: --{name}");
        _flags.Add((name, value ?? (kind == FlagKind.Switch ? "true" : Next($"--{name}"))));
    }

    // -q -e prod, -qeprod and -e=prod are all fine.
    private void Short(string letters)
    {
        for (var at = 0; at < letters.Length; at++)
        {
            var letter = letters[at].ToString();
            if (!_known.TryGetValue(letter, out var kind))
                throw new CommandLineException($"unknown shorthand flag: '{letter}' in -{letters}");

            var name = FlagTable.LongName(letter, _words.FirstOrDefault() ?? "");
            var rest = letters[(at + 1)..];
            if (kind == FlagKind.Switch && !rest.StartsWith('='))
            {
                _flags.Add((name, "true"));
                continue;
            }

            _flags.Add((name, rest.Length == 0 ? Next($"-{letter}") : rest.StartsWith('=') ? rest[1..] : rest));
            return;
        }
    }

    private string Next(string flag) => _index < arguments.Length
        ? arguments[_index++]
        : throw new CommandLineException($"flag needs an argument: {flag}");
}
