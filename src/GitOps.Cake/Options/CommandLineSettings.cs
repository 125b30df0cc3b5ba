using System.Collections.Immutable;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Options;

/// <summary>What the command line says about a command of helmfile, for tasks whose code does not say otherwise.</summary>
internal sealed class CommandLineSettings(IGitOpsContext context)
{
    private readonly OptionReader _options = context.Session.Options;

    public HelmfileScope Scope => context.Scope;

    /// <summary>How helmfiles are compared.</summary>
    public HelmfileDiffSettings OfDiff => new()
    {
        Scope = Scope,
        Values = Values,
        Needs = Needs,
        Diff = Diff,
        Drift = Flag(CommandOptions.Drift),
        PreviousValues = PreviousValues,
        TakeOwnership = Flag(CommandOptions.TakeOwnership),
        ServerSide = ServerSide,
        PostRenderer = Value(CommandOptions.PostRenderer),
        PostRendererArgs = PostRendererArgs,
        Validate = Flag(CommandOptions.Validate),
        Args = Args,
        TemplateArgs = TemplateArgs,
    };

    /// <summary>How helmfiles are applied.</summary>
    public HelmfileApplySettings OfApply => new()
    {
        Scope = Scope,
        Values = Values,
        Needs = Needs,
        Diff = Diff,
        Upgrade = Upgrade,
        Drift = Flag(CommandOptions.Drift),
        RetryFailed = Flag(CommandOptions.RetryFailed),
        Validate = Flag(CommandOptions.Validate),
        Args = Args,
        TemplateArgs = TemplateArgs,
    };

    public HelmfileEngine Engine => _options.ChoiceOrNull<HelmfileEngine>(LibraryOptions.Engine) ?? HelmfileEngine.Native;

    public ImmutableArray<string> Args => _options.Words(CommandOptions.Args);

    public ImmutableArray<string> TemplateArgs => _options.Words(CommandOptions.TemplateArgs);

    public ImmutableArray<string> PostRendererArgs => _options.Values(CommandOptions.PostRendererArgs);

    public DeletionCascade? Cascade => _options.ChoiceOrNull<DeletionCascade>(CommandOptions.Cascade);

    public ChartValues Values => new() { Files = _options.Paths(CommandOptions.Values), Set = _options.Values(CommandOptions.Set) };

    public NeedsSelection Needs => new()
    {
        EnforceInstalled = Flag(CommandOptions.EnforceNeedsAreInstalled),
        Mode = (Flag(CommandOptions.IncludeTransitiveNeeds), Flag(CommandOptions.IncludeNeeds), _options.Switch(CommandOptions.SkipNeeds)) switch
        {
            (true, _, _) => NeedsMode.IncludeTransitive,
            (_, true, _) => NeedsMode.Include,
            (_, _, false) => NeedsMode.Require,
            _ => NeedsMode.Ignore,
        },
    };

    public DiffOptions Diff => new()
    {
        Context = _options.Count(CommandOptions.DiffContext),
        SuppressKinds = _options.Values(CommandOptions.Suppress),
        SuppressSecrets = Flag(CommandOptions.SuppressSecrets),
        SuppressDiff = Flag(CommandOptions.SuppressDiff),
        SuppressOutputLineRegex = _options.Values(CommandOptions.SuppressOutputLineRegex),
        Redact = _options.Values(CommandOptions.Redact),
        IncludeTests = Flag(CommandOptions.IncludeTests),
        NoHooks = Flag(CommandOptions.NoHooks),
        SkipDiffOnInstall = Flag(CommandOptions.SkipDiffOnInstall),
        SkipDiffValidationOnInstall = Flag(CommandOptions.SkipDiffValidationOnInstall),
        StripTrailingCr = Flag(CommandOptions.StripTrailingCr),
        DiffArgs = _options.Words(CommandOptions.DiffArgs),
    };

    public UpgradeChoices Upgrade => new()
    {
        Wait = Flag(CommandOptions.Wait),
        WaitForJobs = Flag(CommandOptions.WaitForJobs),
        UpgradeTimeout = _options.Seconds(CommandOptions.UpgradeTimeout),
        PreviousValues = PreviousValues,
        SkipCrds = Flag(CommandOptions.SkipCrds),
        SkipSchemaValidation = Flag(CommandOptions.SkipSchemaValidation),
        HideNotes = Flag(CommandOptions.HideNotes),
        TakeOwnership = Flag(CommandOptions.TakeOwnership),
        ServerSide = ServerSide,
        SyncReleaseLabels = Flag(CommandOptions.SyncReleaseLabels),
        Cascade = Cascade,
        Description = Value(CommandOptions.ReleaseDescription),
        PostRenderer = Value(CommandOptions.PostRenderer),
        PostRendererArgs = PostRendererArgs,
        SyncArgs = _options.Words(CommandOptions.SyncArgs),
        Track = new()
        {
            Mode = _options.ChoiceOrNull<TrackMode>(CommandOptions.TrackMode),
            Timeout = _options.Seconds(CommandOptions.TrackTimeout),
            Logs = Flag(CommandOptions.TrackLogs),
            FailedLogs = Flag(CommandOptions.TrackFailedLogs),
            HelmStuckGrace = _options.Seconds(CommandOptions.HelmStuckGrace),
            FailOnError = Flag(CommandOptions.TrackFailOnError),
        },
    };

    public PreviousValues PreviousValues => (Flag(CommandOptions.ReuseValues), Flag(CommandOptions.ResetValues)) switch
    {
        (true, true) => throw new InvalidSettingsException("The options --reuse-values and --reset-values exclude each other; give one of them."),
        (true, _) => PreviousValues.Reuse,
        (_, true) => PreviousValues.Reset,
        _ => PreviousValues.AsDeclared,
    };

    public ServerSideApply? ServerSide => Value(CommandOptions.ServerSide) switch
    {
        null => null,
        "true" => ServerSideApply.Enabled,
        "false" => ServerSideApply.Disabled,
        "auto" => ServerSideApply.Auto,
        var word => throw new InvalidSettingsException($"The option --{CommandOptions.ServerSide.Name} is '{word}'; it is one of true, false, auto."),
    };

    public bool Flag(LibraryOption option) => _options.Flag(option);

    public bool? Switch(LibraryOption option) => _options.Switch(option);

    public string? Value(LibraryOption option) => _options.Value(option);

    public string? Path(LibraryOption option) => _options.Path(option);

    public TimeSpan? Seconds(LibraryOption option) => _options.Seconds(option);

    public ImmutableArray<string> Texts(LibraryOption option) => _options.Values(option);
}
