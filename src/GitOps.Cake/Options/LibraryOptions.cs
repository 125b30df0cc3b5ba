using System.Collections.Immutable;

namespace GitOps.Cake.Options;

/// <summary>Every option of the library, by what reads it.</summary>
internal static class LibraryOptions
{
    public static readonly LibraryOption Workspace = new("workspace", "The folder that paths of scopes start from; the repository's root by default.");
    public static readonly LibraryOption File = new("file", "The state file.");
    public static readonly LibraryOption Environment = new("environment", "The environment of the state file; 'default' by default.");
    public static readonly LibraryOption Engine = new("engine", "Who reads the helmfile: native (the default) or cli, the real helmfile.");
    public static readonly LibraryOption Selector = new("selector", "Releases by label, as in tier=web,name!=cache; several mean or.", IsRepeatable: true);
    public static readonly LibraryOption Context = new("context", "The context of the kubeconfig.");
    public static readonly LibraryOption CurrentContext = new("current-context", "Take the kubeconfig's current context.", IsFlag: true);
    public static readonly LibraryOption KubeConfig = new("kubeconfig", "The kubeconfig file.");
    public static readonly LibraryOption Helm = new("helm", "The helm program.");
    public static readonly LibraryOption HelmfileBinary = new("helmfile-binary", "The helmfile program, for --engine=cli.");
    public static readonly LibraryOption KustomizeBinary = new("kustomize-binary", "The kustomize program.");
    public static readonly LibraryOption Namespace = new("namespace", "The namespace of all releases.");
    public static readonly LibraryOption Chart = new("chart", "The chart of all releases.");
    public static readonly LibraryOption AllowNoMatchingRelease = new("allow-no-matching-release", "No chosen release is no error.", IsFlag: true);
    public static readonly LibraryOption SkipDeps = new("skip-deps", "Take dependencies of charts as they are.", IsFlag: true);
    public static readonly LibraryOption SkipRefresh = new("skip-refresh", "Take the indexes of repositories as they are.", IsFlag: true);
    public static readonly LibraryOption SequentialHelmfiles = new("sequential-helmfiles", "Work on the files of a folder one after another.", IsFlag: true);
    public static readonly LibraryOption OciPlainHttp = new("oci-plain-http", "Talk to registries without TLS.", IsFlag: true);
    public static readonly LibraryOption DisableForceUpdate = new("disable-force-update", "Do not replace a repository that helm knows.", IsFlag: true);
    public static readonly LibraryOption RepoRetries = new("repo-retries", "How often adding a repository is tried again.");
    public static readonly LibraryOption StateValuesSet = new("state-values-set", "A state value, as in image.tag=1.2.", IsRepeatable: true);
    public static readonly LibraryOption StateValuesSetString = new("state-values-set-string", "A state value that stays text.", IsRepeatable: true);
    public static readonly LibraryOption StateValuesFile = new("state-values-file", "A file of state values.", IsRepeatable: true);
    public static readonly LibraryOption Concurrency = new("concurrency", "How many helm processes run at once.");
    public static readonly LibraryOption Plan = new("plan", "Where the plan is written as JSON.");
    public static readonly LibraryOption Approved = new("approved", "The file of a plan that was approved: nothing else is applied.");
    public static readonly LibraryOption IgnoreField =
        new("ignore-field", "A field whose differences do not count, as in Deployment:spec.replicas.", IsRepeatable: true);
    public static readonly LibraryOption ServerDryRun = new("server-dry-run", "Ask the server about every change, and change nothing.", IsFlag: true);
    public static readonly LibraryOption State = new("state", "The state of the commit status: pending, success, failure or error.");
    public static readonly LibraryOption StatusContext = new("status-context", "The name of the commit status.");
    public static readonly LibraryOption StatusDescription = new("status-description", "The text of the commit status, 140 characters at most.");
    public static readonly LibraryOption TargetUrl = new("target-url", "The page that the commit status links to.");
    public static readonly LibraryOption Repository = new("repository", "The repository on GitHub, as in owner/name.");
    public static readonly LibraryOption Sha = new("sha", "The commit that is reported on.");
    public static readonly LibraryOption Branch = new("branch", "The branch that is built, where the CI system does not name it.");
    public static readonly LibraryOption PullRequest = new("pull-request", "The number of the pull request, where the CI system does not name it.");
    public static readonly LibraryOption RunUrl = new("run-url", "The page of the run, where the CI system does not name it.");
    public static readonly LibraryOption Head = new("head", "The branch that a pull request of this run's own is made of.");
    public static readonly LibraryOption Title = new("title", "The title of a pull request of this run's own.");
    public static readonly LibraryOption ChangedFile = new("changed-file", "A file that a pull request of this run's own changes.", IsRepeatable: true);
    public static readonly LibraryOption AllowUnsafeForkCheckout =
        new("allow-unsafe-fork-checkout", "Run the files of a fork with the repository's own secrets.", IsFlag: true);
    public static readonly LibraryOption OverrideEnvironmentProtection =
        new("override-environment-protection", "Deploy although GitHub's rules for the environment are not met.", IsFlag: true);
    public static readonly LibraryOption Accept = new("accept", "The digest of a plan that was looked at and may be applied.");
    public static readonly LibraryOption RequireApproval =
        new("require-approval", "Apply changes only where a merged pull request showed them, or --accept names them.", IsFlag: true);
    public static readonly LibraryOption Policy = new("policy", "What a plan may do: none (the default) allows everything, careful no risk such as an uninstall.");
    public static readonly LibraryOption ScopeNames = new("scope", "A scope of the build; all of them by default.", IsRepeatable: true);
    public static readonly LibraryOption Affected = new("affected", "Only scopes with an input that changed since the merge base.", IsFlag: true);
    public static readonly LibraryOption Base = new("base", "What --affected compares with; the pull request's base, or the head before the push, by default.");
    public static readonly LibraryOption Lock = new("lock", "What happens where somebody else changes the scope: wait (the default), fail, or off for no lock.");
    public static readonly LibraryOption LockTimeout = new("lock-timeout", "How many seconds a lock is waited for; 600 by default.");
    public static readonly LibraryOption LockDuration = new("lock-duration", "How many seconds the lock outlives a holder that is gone; 60 by default.");
    public static readonly LibraryOption LockNamespace = new("lock-namespace", "The namespace of the Lease that is the lock; 'default' by default.");
    public static readonly LibraryOption RequireLock = new("require-lock", "Change nothing where the lock cannot be had or the commits cannot be compared.", IsFlag: true);
    public static readonly LibraryOption Rollback = new("rollback", "Apply a commit that comes before the one that was applied last.", IsFlag: true);
    public static readonly LibraryOption RequireGitHub = new("require-github", "Fail where a report to GitHub cannot be made.", IsFlag: true);

    public static readonly LibraryOption CommentPer = new("comment-per", "What has a comment of its own: environment (the default) or scope.");
    public static readonly LibraryOption CheckPer = new("check-per", "What ReportCheck makes a check for: scope (the default) or run, all of them together.");

    /// <summary>What <see cref="IGitOpsContext.Helmfile"/> reads.</summary>
    public static ImmutableArray<LibraryOption> Scope { get; } =
    [
        Workspace, File, Environment, Engine, Selector, Context, CurrentContext, KubeConfig, Helm, HelmfileBinary, KustomizeBinary, Namespace, Chart,
        StateValuesSet, StateValuesSetString, StateValuesFile, Concurrency, AllowNoMatchingRelease, SkipDeps, SkipRefresh, SequentialHelmfiles,
        OciPlainHttp, DisableForceUpdate, RepoRetries, IgnoreField, AllowUnsafeForkCheckout, ScopeNames, Affected, Base,
    ];

    /// <summary>Which scopes a task runs for.</summary>
    public static ImmutableArray<LibraryOption> OfScopes { get; } = [ScopeNames, Affected, Base];

    /// <summary>How a change is kept apart from others.</summary>
    public static ImmutableArray<LibraryOption> Locking { get; } = [Lock, LockTimeout, LockDuration, LockNamespace, RequireLock, Rollback, RunUrl];

    public static ImmutableArray<LibraryOption> Diff { get; } = [.. Scope, Plan];

    public static ImmutableArray<LibraryOption> Apply { get; } = [.. Scope, Plan, ServerDryRun, Approved, Accept, .. Locking];

    /// <summary>What <see cref="IGitOpsContext.GitHub"/> reads.</summary>
    public static ImmutableArray<LibraryOption> GitHub { get; } =
        [Workspace, Repository, Sha, Branch, PullRequest, RunUrl, RequireGitHub, AllowUnsafeForkCheckout, CommentPer, CheckPer];

    public static ImmutableArray<LibraryOption> CommitStatus { get; } = [.. GitHub, State, StatusContext, StatusDescription, TargetUrl];

    public static ImmutableArray<LibraryOption> All => [.. Apply.Union(CommandOptions.All).Union(CommitStatus), Head, Title, ChangedFile, OverrideEnvironmentProtection, RequireApproval, Policy];
}
