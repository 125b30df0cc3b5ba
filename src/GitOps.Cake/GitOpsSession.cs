using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cake.Core;
using GitOps.Cake.Git;
using GitOps.Cake.GitHub;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Hosting;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;
using GitOps.Cake.Scopes;
using GitOps.Cake.Tooling;

namespace GitOps.Cake;

/// <summary>
/// One run of a build: what its tasks published, whether it was interrupted, and the way to helmfile. Made once per run; nothing
/// is read, found or started before a task asks for it.
/// </summary>
public sealed class GitOpsSession : IDisposable
{
    private const int LongestLabel = 63;

    private readonly ResultStore _results = new();
    private readonly RunSurroundings _around;
    private readonly Lazy<HelmfileClient> _helmfile;
    private readonly Lazy<string> _workspace;
    private readonly ConcurrentDictionary<GitHubSettings, GitHubRun> _github = new();

    /// <param name="arguments">The command line.</param>
    /// <param name="log">What the run tells.</param>
    /// <param name="around">What the run finds around it.</param>
    /// <param name="callerDirectory">Where the user stood.</param>
    internal GitOpsSession(ICakeArguments arguments, IRunLog log, RunSurroundings around, string callerDirectory)
    {
        _around = around;
        Log = log;
        Options = new(arguments, callerDirectory);
        _workspace = new(() => Options.Path(LibraryOptions.Workspace) ?? WorkspaceRoot.Find(callerDirectory));
        _helmfile = new(() => new(
            new() { Workspace = Workspace, Log = log, Runner = around.Runner, ProgressPerRelease = IsTerminal }, around.Interruption));
    }

    /// <summary>Cancelled by the first SIGINT or SIGTERM.</summary>
    public CancellationToken Interrupted => _around.Interruption.Token;

    /// <summary>The folder that paths of scopes start from.</summary>
    /// <value>By default the root of the repository that the caller's folder belongs to, or that folder. <c>--workspace</c> names another.</value>
    public string Workspace => _workspace.Value;

    /// <summary>The way to helmfile: both engines, one model.</summary>
    public HelmfileClient Helmfile => _helmfile.Value;

    /// <summary>What the run tells while it works.</summary>
    public IRunLog Log { get; }

    internal OptionReader Options { get; }

    // A CI system may give its steps a terminal, too, and keeps the log for people who come later.
    private static bool IsTerminal => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    internal ScopeCursor Scopes { get; } = new();

    internal BegunWork Begun { get; } = new();

    /// <summary>What the change of this run is compared with, as the CI system tells it.</summary>
    /// <exception cref="InvalidSettingsException">Nothing tells it.</exception>
    internal string ChangeBase(GitHubSettings settings) => global::GitOps.Cake.Scopes.ChangeBase.Of(settings, _around.Variable, Workspace);

    /// <summary>A file that an option names, of the scope at hand where there are several: its label stands before the ending.</summary>
    internal string? ScopedPath(LibraryOption option) =>
        Options.Path(option) is { } path && Scopes.Name is { } scope
            ? Path.ChangeExtension(path, $"{ScopeLabel.Of(scope, LongestLabel)}{Path.GetExtension(path)}")
            : Options.Path(option);

    /// <summary>Whether only scopes are wanted that a change affects.</summary>
    internal bool IsOnlyAffected => Options.Flag(LibraryOptions.Affected);

    /// <summary>The names of the build's scopes that are wanted.</summary>
    internal ImmutableArray<string> ChosenScopes(IGitOpsContext context) =>
        [.. ScopeChoice.Of(context.Scopes, Options.Values(LibraryOptions.ScopeNames), Workspace).Select(scope => scope.Name)];

    /// <summary>The tasks of this run that report deployments, also those that come later in it.</summary>
    internal ImmutableArray<IReportsDeployments> DeploymentReports { get; set; } = [];

    internal StandardOutput Output { get; } = new();

    /// <summary>What the command line says about GitHub.</summary>
    /// <exception cref="InvalidSettingsException">An option's value cannot be read.</exception>
    internal GitHubSettings CommandLineGitHub => new()
    {
        Repository = Options.Value(LibraryOptions.Repository),
        Sha = Options.Value(LibraryOptions.Sha),
        Branch = Options.Value(LibraryOptions.Branch),
        PullRequest = Options.Count(LibraryOptions.PullRequest),
        RunUrl = Options.Value(LibraryOptions.RunUrl),
        Required = Options.Flag(LibraryOptions.RequireGitHub),
        Comments = Options.ChoiceOrNull<CommentPer>(LibraryOptions.CommentPer) ?? CommentPer.Environment,
        Checks = Options.ChoiceOrNull<CheckPer>(LibraryOptions.CheckPer) ?? CheckPer.Scope,
    };

    /// <summary>What the command line says about the helmfile.</summary>
    /// <exception cref="InvalidSettingsException">An option's value cannot be read.</exception>
    internal HelmfileScope CommandLineScope => new()
    {
        File = Options.Path(LibraryOptions.File),
        Environment = Options.Value(LibraryOptions.Environment),
        Engine = Options.ChoiceOrNull<HelmfileEngine>(LibraryOptions.Engine) ?? HelmfileEngine.Native,
        Selectors = Options.Values(LibraryOptions.Selector),
        KubeContext = Options.Value(LibraryOptions.Context),
        UseCurrentContext = Options.Flag(LibraryOptions.CurrentContext),
        KubeConfig = Options.Path(LibraryOptions.KubeConfig),
        HelmBinary = Options.Value(LibraryOptions.Helm),
        HelmfileBinary = Options.Value(LibraryOptions.HelmfileBinary),
        KustomizeBinary = Options.Value(LibraryOptions.KustomizeBinary),
        Namespace = Options.Value(LibraryOptions.Namespace),
        Chart = Options.Value(LibraryOptions.Chart),
        StateValuesSet = Options.Values(LibraryOptions.StateValuesSet),
        StateValuesFiles = Options.Paths(LibraryOptions.StateValuesFile),
        StateValuesSetString = Options.Values(LibraryOptions.StateValuesSetString),
        Concurrency = Options.Count(LibraryOptions.Concurrency),
        AllowNoMatchingRelease = Options.Flag(LibraryOptions.AllowNoMatchingRelease),
        SkipDeps = Options.Flag(LibraryOptions.SkipDeps),
        SkipRefresh = Options.Flag(LibraryOptions.SkipRefresh),
        SequentialHelmfiles = Options.Flag(LibraryOptions.SequentialHelmfiles),
        OciPlainHttp = Options.Flag(LibraryOptions.OciPlainHttp),
        DisableForceUpdate = Options.Flag(LibraryOptions.DisableForceUpdate),
        RepoRetries = Options.Count(LibraryOptions.RepoRetries),
        IgnoreFields = Options.Values(LibraryOptions.IgnoreField),
    };

    /// <summary>What a task of this run published.</summary>
    /// <typeparam name="TResult">The result's type, as in <c>Plan</c>.</typeparam>
    /// <param name="from">The task, where several published one.</param>
    /// <param name="scope">The name of the scope, where the task ran for several.</param>
    /// <exception cref="GitOpsException">None was published, or several were and the arguments do not say which.</exception>
    public TResult Result<TResult>(Type? from = null, string? scope = null)
        where TResult : class => _results.Get<TResult>(from, scope ?? Scopes.Name);

    /// <summary>All that the tasks of this run published, in the order in which they did.</summary>
    /// <typeparam name="TResult">The results' type, as in <c>Plan</c>.</typeparam>
    /// <param name="from">The task; all of them where null.</param>
    public ImmutableArray<TResult> Results<TResult>(Type? from = null)
        where TResult : class => _results.All<TResult>(from);

    /// <summary>All that the tasks of this run published, which is something.</summary>
    /// <exception cref="GitOpsException">None was published.</exception>
    internal ImmutableArray<TResult> SomeResults<TResult>()
        where TResult : class => _results.Some<TResult>();

    /// <summary>Where this run is: which repository, commit and pull request it is about, and what told so.</summary>
    /// <param name="settings">What the build says about GitHub; by default what the command line says.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="InvalidSettingsException">It cannot be told; the message says what to set.</exception>
    public Task<RunPlace> PlaceAsync(GitHubSettings? settings = null, CancellationToken cancellationToken = default) =>
        GitHub(settings ?? CommandLineGitHub).PlaceAsync(cancellationToken);

    /// <summary>Removes the run's private files.</summary>
    public void Dispose()
    {
        foreach (var run in _github.Values)
            run.Dispose();

        if (_helmfile.IsValueCreated)
            _helmfile.Value.Dispose();
    }

    internal void Publish<TResult>(Type task, TResult result)
        where TResult : class => Publish(task, result, Scopes.Name);

    internal void Publish<TResult>(Type task, TResult result, string? scope)
        where TResult : class => _results.Publish(task, result, scope);

    /// <summary>What a task published; null where it did not.</summary>
    internal TResult? Published<TResult>(Type task)
        where TResult : class => _results.Find<TResult>(task, Scopes.Name);

    /// <summary>
    /// From now on nothing that a state file names starts a program or is fetched from elsewhere, in this process and in what it starts: both
    /// engines follow these variables of helmfile's.
    /// </summary>
    internal static void DistrustFiles()
    {
        Environment.SetEnvironmentVariable("HELMFILE_DISABLE_INSECURE_FEATURES", "true");
        Environment.SetEnvironmentVariable("HELMFILE_DISABLE_HOOKS", "true");
    }

    /// <summary>Stops a run with credentials that has a stranger's files checked out; in all other runs nothing is looked at.</summary>
    internal void RefuseUnsafeCheckout(Func<object> context)
    {
        if (ForkGuard.Concerns(_around.Variable) && context() is IGitOpsContext own)
        {
            var guard = new ForkGuard(GitHub(own.GitHub), GitRunner());
            guard.CheckAsync(Options.Flag(LibraryOptions.AllowUnsafeForkCheckout), Interrupted).GetAwaiter().GetResult();
        }
    }

    /// <summary>The files of the repository that git knows as programs that can be started; none where there is no git to ask.</summary>
    internal async Task<ImmutableHashSet<string>> IndexedExecutablesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var checkout = await GitRepository.FindAsync(GitRunner(), new ToolFinder(Workspace).Find(ToolSource.Git), Workspace, cancellationToken).ConfigureAwait(false);
            return checkout is null ? [] : await checkout.ExecutablesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ToolNotFoundException exception)
        {
            Log.Verbose($"Which files can be started is told by their own modes alone: {exception.Message}");
            return [];
        }
    }

    /// <summary>The way to GitHub that settings describe.</summary>
    internal GitHubRun GitHub(GitHubSettings settings) => _github.GetOrAdd(settings, _ => new(settings, new()
    {
        Workspace = Workspace,
        Runner = GitRunner(),
        Log = Log,
        Variable = _around.Variable,
        Pipeline = _around.GitHub,
        Interruption = _around.Interruption,
    }));

    private ToolRunner GitRunner() => new(new() { Log = Log }, new(), _around.Interruption);
}
