using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>What a run chooses about comparisons, before the state file has its say.</summary>
internal sealed record DiffChoices
{
    public static DiffChoices None { get; } = new();

    public DiffOptions Options { get; init; } = new();

    /// <summary>Whether words for helm diff count; not where nothing is compared in the end, as in a sync.</summary>
    public bool UsesDiffArguments { get; init; } = true;

    /// <summary>Whether live objects are compared, too.</summary>
    public bool Drift { get; init; }

    public bool TakeOwnership { get; init; }

    public PreviousValues PreviousValues { get; init; }

    /// <summary>Fields that do not count, of the scope and of the call.</summary>
    public ImmutableArray<string> IgnoreFields { get; init; } = [];

    public static DiffChoices Of(HelmfileDiffSettings settings) => new()
    {
        Options = settings.Diff,
        Drift = settings.Drift,
        TakeOwnership = settings.TakeOwnership,
        PreviousValues = settings.PreviousValues,
        IgnoreFields = [.. settings.Scope.IgnoreFields, .. settings.Diff.IgnoreFields],
    };

    public static DiffChoices Of(HelmfileApplySettings settings) => new()
    {
        Options = settings.Diff,
        Drift = settings.Drift,
        TakeOwnership = settings.Upgrade.TakeOwnership,
        PreviousValues = settings.Upgrade.PreviousValues,
        IgnoreFields = [.. settings.Scope.IgnoreFields, .. settings.Diff.IgnoreFields],
    };

    /// <summary>How one release is compared.</summary>
    /// <param name="release">The release, with what its state file says.</param>
    /// <param name="exists">Whether some revision of it is in the cluster.</param>
    /// <exception cref="GitOpsException">Words for helm diff are not understood, or a pattern is none.</exception>
    public ReleaseDiff For(Release release, bool exists)
    {
        var words = !UsesDiffArguments ? DiffArguments.None
            : DiffArguments.Parse(Options.DiffArgs.IsEmpty ? release.Comparison.DiffArguments : Options.DiffArgs);
        var state = release.Comparison;
        return new()
        {
            Manifest = new()
            {
                IncludeTests = Options.IncludeTests || words.IncludeTests,
                NoHooks = Options.NoHooks || words.NoHooks,
            },
            Rules = new()
            {
                HiddenLines = Hidden([.. words.SuppressOutputLineRegex, .. SuppressedLines(release)]),
                SuppressedKinds =
                [
                    .. Options.SuppressKinds, .. words.SuppressKinds,
                    .. Options.SuppressSecrets || words.SuppressSecrets ? ["Secret"] : Array.Empty<string>(),
                ],
                Ignored = FieldIgnores.Of(IgnoreFields),
                StripTrailingCr = Options.StripTrailingCr || words.StripTrailingCr,
                Normalize = words.NormalizeManifests,
                Context = Math.Max(0, Options.Context ?? words.Context ?? ComparisonRules.Default.Context),
            },
            Words = words,
            Live = Drift ? LiveComparison.Drift : words.ThreeWayMerge ? LiveComparison.ThreeWay : LiveComparison.None,
            SuppressContent = Options.SuppressDiff || state.SuppressDiff,
            IsSkipped = Options.SkipDiffOnInstall && !exists,
            IsValidated = !words.DisableValidation && !state.DisableValidation
                && (exists || !(state.DisableValidationOnInstall || Options.SkipDiffValidationOnInstall)),
            TakeOwnership = TakeOwnership || words.TakeOwnership || release.Options.TakeOwnership,
            ReuseValues = exists && PreviousValues switch
            {
                PreviousValues.Reuse => true,
                PreviousValues.Reset => false,
                _ => words.ReuseValues || (release.Options.ReuseValues && !words.ResetValues),
            },
        };
    }

    // What a release says itself wins over the user, and the user over helmDefaults.
    private ImmutableArray<string> SuppressedLines(Release release) =>
        Options.SuppressOutputLineRegex.IsEmpty || release.Definition?.Texts("suppressOutputLineRegex") is { IsEmpty: false }
            ? release.Comparison.SuppressOutputLineRegex
            : Options.SuppressOutputLineRegex;

    private static Func<string, bool>? Hidden(ImmutableArray<string> patterns)
    {
        if (patterns.IsEmpty)
            return null;

        Regex[] hidden = [.. patterns.Select(Pattern)];
        return line => Array.Exists(hidden, pattern => pattern.IsMatch(line));
    }

    private static Regex Pattern(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new GitOpsException($"'{pattern}' (suppressOutputLineRegex, --suppress-output-line-regex) is no regular expression: {exception.Message}", exception);
        }
    }
}
