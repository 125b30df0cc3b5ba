namespace GitOps.Cake.Helmfile.Hooks;

/// <summary>The events that hooks are for, and the commands whose names hooks hear where these differ from the event's own.</summary>
internal static class HookEvents
{
    public const string Prepare = "prepare";

    public const string Preapply = "preapply";

    public const string Presync = "presync";

    public const string Preuninstall = "preuninstall";

    public const string Postuninstall = "postuninstall";

    public const string Postsync = "postsync";

    public const string Cleanup = "cleanup";

    /// <summary>What hooks around a change hear in an apply, too.</summary>
    public const string Sync = "sync";

    /// <summary>What hooks around an uninstall hear in a destroy.</summary>
    public const string Delete = "delete";
}
