using System.Collections.Immutable;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Options;

/// <summary>What the command line says about a command of helmfile, for tasks whose code does not say otherwise.</summary>
internal sealed class CommandLineSettings(IGitOpsContext context)
{
    private readonly OptionReader options = context.Session.Options;

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

    public HelmfileEngine Engine => options.ChoiceOrNull<HelmfileEngine>(LibraryOptions.Engine) ?? HelmfileEngine.Native;

    public ImmutableArray<string> Args => options.Words(CommandOptions.Args);

    public ImmutableArray<string> TemplateArgs => options.Words(CommandOptions.TemplateArgs);

    public ImmutableArray<string> PostRendererArgs => options.Values(CommandOptions.PostRendererArgs);

    public DeletionCascade? Cascade => options.ChoiceOrNull<DeletionCascade>(CommandOptions.Cascade);

    public ChartValues Values => new() { Files = options.Paths(CommandOptions.Values), Set = options.Values(CommandOptions.Set) };

    public NeedsSelection Needs => new()
    {
        EnforceInstalled = Flag(CommandOptions.EnforceNeedsAreInstalled),
        Mode = (Flag(CommandOptions.IncludeTransitiveNeeds), Flag(CommandOptions.IncludeNeeds), options.Switch(CommandOptions.SkipNeeds)) switch
        {
            (true, _, _) => NeedsMode.IncludeTransitive,
            (_, true, _) => NeedsMode.Include,
            (_, _, false) => NeedsMode.Require,
            _ => NeedsMode.Ignore,
        },
    };

    public DiffOptions Diff => new()
    {
        Context = options.Count(CommandOptions.DiffContext),
        SuppressKinds = options.Values(CommandOptions.Suppress),
        SuppressSecrets = Flag(CommandOptions.SuppressSecrets),
        SuppressDiff = Flag(CommandOptions.SuppressDiff),
        SuppressOutputLineRegex = options.Values(CommandOptions.SuppressOutputLineRegex),
        Redact = options.Values(CommandOptions.Redact),
        IncludeTests = Flag(CommandOptions.IncludeTests),
        NoHooks = Flag(CommandOptions.NoHooks),
        SkipDiffOnInstall = Flag(CommandOptions.SkipDiffOnInstall),
        SkipDiffValidationOnInstall = Flag(CommandOptions.SkipDiffValidationOnInstall),
        StripTrailingCr = Flag(CommandOptions.StripTrailingCr),
        DiffArgs = options.Words(CommandOptions.DiffArgs),
    };

    public UpgradeChoices Upgrade => new()
    {
        Wait = Flag(CommandOptions.Wait),
        WaitForJobs = Flag(CommandOptions.WaitForJobs),
        UpgradeTimeout = options.Seconds(CommandOptions.UpgradeTimeout),
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
        SyncArgs = options.Words(CommandOptions.SyncArgs),
        Track = new()
        {
            Mode = options.ChoiceOrNull<TrackMode>(CommandOptions.TrackMode),
            Timeout = options.Seconds(CommandOptions.TrackTimeout),
            Logs = Flag(CommandOptions.TrackLogs),
            FailedLogs = Flag(CommandOptions.TrackFailedLogs),
            HelmStuckGrace = options.Seconds(CommandOptions.HelmStuckGrace),
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

    public bool Flag(LibraryOption option) => options.Flag(option);

    public bool? Switch(LibraryOption option) => options.Switch(option);

    public string? Value(LibraryOption option) => options.Value(option);

    public string? Path(LibraryOption option) => options.Path(option);

    public TimeSpan? Seconds(LibraryOption option) => options.Seconds(option);

    public ImmutableArray<string> Texts(LibraryOption option) => options.Values(option);
}
