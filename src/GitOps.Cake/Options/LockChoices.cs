using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Options;

/// <summary>How a run keeps its changes apart from others: what code says, and what it leaves to the command line.</summary>
internal static class LockChoices
{
    /// <exception cref="InvalidSettingsException">An option's value cannot be read.</exception>
    public static LockOptions Of(OptionReader options, LockOptions code) => new()
    {
        Mode = code.Mode ?? options.ChoiceOrNull<LockMode>(LibraryOptions.Lock),
        Timeout = code.Timeout ?? options.Seconds(LibraryOptions.LockTimeout),
        Duration = code.Duration ?? options.Seconds(LibraryOptions.LockDuration),
        Namespace = code.Namespace ?? options.Value(LibraryOptions.LockNamespace),
        RequireLock = code.RequireLock || options.Flag(LibraryOptions.RequireLock),
        Rollback = code.Rollback || options.Flag(LibraryOptions.Rollback),
        RunUrl = code.RunUrl ?? options.Value(LibraryOptions.RunUrl),
    };
}
