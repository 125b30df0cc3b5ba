using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>Lays what the user chooses for an upgrade or uninstall over what the state file says of a release, each option by helmfile's rule.</summary>
internal static class UpgradeOverrides
{
    /// <summary>The release with the user's choices. A flag counts as soon as one side sets it; of the others some are the release's first.</summary>
    public static Release Apply(Release release, UpgradeChoices choices) => Cascaded(release, choices.Cascade) with
    {
        Options = Apply(release, release.Options, choices),
        Helm4Options = choices.ServerSide is null || release.Helm4Options.Contains("serverSide") ? release.Helm4Options : release.Helm4Options.Add("serverSide"),
    };

    /// <summary>The release with the user's word on dependents; the release's own comes first, then the user's, then that of the whole file.</summary>
    public static Release Cascaded(Release release, DeletionCascade? cascade) => cascade is null || Own(release, "cascade") is not null
        ? release
        : release with { Uninstall = release.Uninstall with { Cascade = cascade.ToString()!.ToLowerInvariant() } };

    private static UpgradeOptions Apply(Release release, UpgradeOptions options, UpgradeChoices choices) => options with
    {
        Wait = options.Wait || choices.Wait,
        WaitForJobs = options.WaitForJobs || choices.WaitForJobs,
        LegacyWait = choices.Track.Mode is { } mode && Own(release, "trackMode") is null ? mode == TrackMode.HelmLegacy : options.LegacyWait,
        Timeout = choices.UpgradeTimeout ?? options.Timeout,
        ReuseValues = choices.PreviousValues switch
        {
            PreviousValues.Reuse => true,
            PreviousValues.Reset => false,
            _ => options.ReuseValues,
        },
        SkipCrds = options.SkipCrds || choices.SkipCrds,
        HideNotes = options.HideNotes || choices.HideNotes,
        TakeOwnership = options.TakeOwnership || choices.TakeOwnership,
        ServerSide = choices.ServerSide is { } serverSide && Own(release, "serverSide") is null ? Word(serverSide) : options.ServerSide,
        Description = string.IsNullOrEmpty(choices.Description) ? options.Description : choices.Description,
        Labels = choices.SyncReleaseLabels ? RecordLabels.Of(release.Labels) : options.Labels,
        SyncArguments = choices.SyncArgs.IsEmpty ? options.SyncArguments : choices.SyncArgs,
    };

    private static string? Own(Release release, string key) => release.Definition?.NonEmpty(key);

    private static string Word(ServerSideApply serverSide) => serverSide switch
    {
        ServerSideApply.Enabled => "true",
        ServerSideApply.Disabled => "false",
        _ => "auto",
    };
}
