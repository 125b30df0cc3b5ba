using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>The signs and colours of changes.</summary>
internal static class ChangeMark
{
    public static (string Mark, Tone Tone) Of(ReleaseAction action) => action switch
    {
        ReleaseAction.Install => ("+", Tone.Add),
        ReleaseAction.Upgrade => ("~", Tone.Change),
        ReleaseAction.Uninstall => ("-", Tone.Remove),
        ReleaseAction.Reinstall => ("±", Tone.Change),
        ReleaseAction.Unknown => ("!", Tone.Remove),
        ReleaseAction.RecordOnly => ("=", Tone.Faint),
        _ => (" ", Tone.Faint),
    };

    public static (string Mark, Tone Tone) Of(ResourceChangeKind change) => change switch
    {
        ResourceChangeKind.Added => ("+", Tone.Add),
        ResourceChangeKind.Removed => ("-", Tone.Remove),
        _ => ("~", Tone.Change),
    };

    public static (string Mark, Tone Tone) Of(FieldChange field) => (HasOld(field), HasNew(field)) switch
    {
        (false, true) => ("+", Tone.Add),
        (true, false) => ("-", Tone.Remove),
        _ => ("~", Tone.Change),
    };

    private static bool HasOld(FieldChange field) => field.Redacted ? field.OldSize is not null : field.Old is not null;

    private static bool HasNew(FieldChange field) => field.Redacted ? field.NewSize is not null : field.New is not null;
}
