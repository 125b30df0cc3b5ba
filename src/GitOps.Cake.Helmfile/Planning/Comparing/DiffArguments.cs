using System.Collections.Immutable;
using System.Globalization;

namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>
/// The words that a state file or a command line has for <c>helm diff</c>, understood by the engine's own comparison.
/// </summary>
internal sealed record DiffArguments
{
    public static DiffArguments None { get; } = new();

    public bool ThreeWayMerge { get; init; }

    public bool NormalizeManifests { get; init; }

    public bool IncludeTests { get; init; }

    public bool IncludeCrds { get; init; }

    public bool NoHooks { get; init; }

    public bool StripTrailingCr { get; init; }

    public bool SuppressSecrets { get; init; }

    public bool TakeOwnership { get; init; }

    public bool ReuseValues { get; init; }

    public bool ResetValues { get; init; }

    public bool DisableValidation { get; init; }

    public bool WithServer { get; init; }

    public int? Context { get; init; }

    public string? KubeVersion { get; init; }

    public ImmutableArray<string> ApiVersions { get; init; } = [];

    public ImmutableArray<string> SuppressKinds { get; init; } = [];

    public ImmutableArray<string> SuppressOutputLineRegex { get; init; } = [];

    /// <summary>Words that <c>helm template</c> knows as well.</summary>
    public ImmutableArray<string> TemplateWords { get; init; } = [];

    /// <summary>Reads words; an entry may hold several, and a value may stand behind its flag or after <c>=</c>.</summary>
    /// <exception cref="GitOpsException">A word is not understood.</exception>
    public static DiffArguments Parse(IEnumerable<string> entries)
    {
        var words = new Queue<string>(entries.SelectMany(entry => entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var arguments = None;
        while (words.TryDequeue(out var word))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var (flag, value) = equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
            arguments = DiffFlags.Find(flag) is { } known
                ? known.Read(arguments, known.TakesValue ? value ?? Next(words, flag) : value ?? "true")
                : throw new GitOpsException(
                    $"The word {flag} in diffArgs (--diff-args) is not supported by the native engine's comparison. "
                    + $"Leave it out, or {State.Schema.Reasons.CliEngine}.");
        }

        return arguments;
    }

    public static bool Flag(string flag, string value) => value switch
    {
        "true" or "1" or "t" or "T" or "TRUE" or "True" => true,
        "false" or "0" or "f" or "F" or "FALSE" or "False" => false,
        _ => throw new GitOpsException($"The word {flag}={value} in diffArgs (--diff-args): '{value}' is neither true nor false."),
    };

    public static int Number(string flag, string value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new GitOpsException($"The word {flag}={value} in diffArgs (--diff-args): '{value}' is no whole number.");

    private static string Next(Queue<string> words, string flag) => words.TryDequeue(out var value)
        ? value
        : throw new GitOpsException($"The word {flag} in diffArgs (--diff-args) has no value. Write {flag}=VALUE.");
}
