using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Programs;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>One call of the engine: its programs, its way to the cluster, and what is known of the project.</summary>
internal sealed class CliSession
{
    private readonly CliWorld _world;

    private CliSession(CliWorld world, CliTools tools, HelmfileScope scope)
    {
        (_world, Tools, Scope) = (world, tools, scope);
        Calls = new(world);
        Project = new(Calls);
    }

    public CliTools Tools { get; }

    /// <summary>The scope with everything that helmfile has to be told.</summary>
    public HelmfileScope Scope { get; }

    public HelmfileCalls Calls { get; }

    public ProjectReader Project { get; }

    /// <summary>Finds helmfile, helm and, where it compares, helm-diff.</summary>
    /// <param name="world">The outside world.</param>
    /// <param name="scope">What is worked on.</param>
    /// <param name="compares">Whether helm-diff is needed.</param>
    /// <param name="changes">Whether clusters are changed, which mostly waits, so that more may run at once.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ToolNotFoundException">One of them is missing or too old; the message says how to get it.</exception>
    public static async Task<CliSession> OpenAsync(CliWorld world, HelmfileScope scope, bool compares, bool changes, CancellationToken cancellationToken)
    {
        var helmfile = await world.Programs.HelmfileAsync(scope.HelmfileBinary, cancellationToken).ConfigureAwait(false);
        var helm = await world.Programs.HelmAsync(scope.HelmBinary, cancellationToken).ConfigureAwait(false);
        var diff = compares ? await world.Programs.DiffAsync(helm, cancellationToken).ConfigureAwait(false) : (ToolVersion?)null;
        return new(world, new(helmfile, helm, diff), scope with
        {
            // A path as this machine has it must not enter the plan: its digest has to be the same elsewhere.
            Name = ScopeName.Of(scope, world.Workspace),
            KubeConfig = scope.KubeConfig is { } kubeConfig ? Path.GetFullPath(kubeConfig, world.Workspace) : null,
            Concurrency = changes ? HelmBound.ForChanges(scope.Concurrency) : HelmBound.ForRendering(scope.Concurrency),
        });
    }

    /// <summary>The last revisions in the cluster.</summary>
    public ReleaseFacts Facts()
    {
        var access = new ClusterAccess(Scope.KubeConfig, Scope.KubeContext);
        return new(_world.Runner, Tools.Helm!, access, _world.Connect?.Invoke(access).Records, _world.Log);
    }

    /// <summary>What the plan binds of the cluster; null where it cannot be asked.</summary>
    public async Task<ClusterCapabilities?> ClusterAsync(CancellationToken cancellationToken)
    {
        if (_world.Connect is not { } connect)
            return null;

        try
        {
            return await connect(new(Scope.KubeConfig, Scope.KubeContext)).Cluster.ReadCapabilitiesAsync(Scope.KubeContext, cancellationToken).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            _world.Log.Verbose($"The cluster cannot be asked for its identity: {exception.Message}");
            return null;
        }
    }

    public Task<KnownProject> ReadProjectAsync(CancellationToken cancellationToken) => Project.ReadAsync(Tools, Scope, cancellationToken);

    /// <summary>Runs a command on the scope.</summary>
    public Task<HelmfileAnswer> RunAsync(IEnumerable<Argument> line, string purpose, CancellationToken cancellationToken) =>
        Calls.RunAsync(Tools, Scope, line, purpose, cancellationToken);

    /// <summary>The releases of a scope that is changed, each with its cluster named.</summary>
    /// <exception cref="InvalidSettingsException">Nothing says which cluster is changed.</exception>
    public async Task<KnownProject> ReadChangedProjectAsync(CancellationToken cancellationToken)
    {
        var project = await ReadProjectAsync(cancellationToken).ConfigureAwait(false);
        if (Scope.KubeContext is not null || Scope.UseCurrentContext)
            return project;

        project = await Project.WithContextsAsync(Tools, Scope, project, cancellationToken).ConfigureAwait(false);
        return project.Releases.FirstOrDefault(known => known.KubeContext is null) is { } unnamed
            ? throw new InvalidSettingsException(
                $"Nothing says which cluster {unnamed.Id} goes to, and what happens to be selected in a kubeconfig must not decide. "
                + "Name a context (KubeContext, --context), or take the current one on purpose (UseCurrentContext, --current-context).")
            : project;
    }
}
