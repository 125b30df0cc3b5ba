using System.Collections.Immutable;
using GitOps.Cake.GitHub.Deployments;

namespace GitOps.Cake.GitHub;

/// <summary>The deployments of a task that runs for several scopes, one for each environment: open from the first scope to the last.</summary>
internal sealed class EnvironmentDeployments
{
    // What counts where scopes of one environment differ.
    private static readonly ImmutableArray<DeploymentState> Worst =
        [DeploymentState.Error, DeploymentState.Failure, DeploymentState.InProgress, DeploymentState.Queued, DeploymentState.Success, DeploymentState.Inactive];

    private readonly List<(string Scope, DeploymentSettings Settings)> _told = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Opens the deployment to an environment, where it is not open yet.</summary>
    public async Task BeginAsync(GitHubRun run, string environment, CancellationToken cancellationToken)
    {
        if (_open.Add(environment))
            await new DeploymentReporter(run).ReportAsync(new() { Environment = environment, State = DeploymentState.InProgress, Description = "applying" }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether there is nothing to report.</summary>
    public bool IsEmpty => _told.Count == 0;

    /// <summary>Whether it was opened.</summary>
    public bool IsOpen(string environment) => _open.Contains(environment);

    /// <summary>Hears what became of a scope.</summary>
    public void Tell(string scope, DeploymentSettings settings) => _told.Add((scope, settings));

    /// <summary>Reports what was told: of each environment the worst state, and what was said to it.</summary>
    public async Task<ImmutableArray<(ImmutableArray<string> Scopes, DeploymentReport Report)>> WriteAsync(GitHubRun run, CancellationToken cancellationToken)
    {
        var reports = ImmutableArray.CreateBuilder<(ImmutableArray<string>, DeploymentReport)>();
        await Attempts.AllAsync(_told.GroupBy(told => told.Settings.Environment, StringComparer.Ordinal).Select(Func<Task> (environment) => () => WriteAsync(environment))).ConfigureAwait(false);
        return reports.ToImmutable();

        async Task WriteAsync(IGrouping<string, (string Scope, DeploymentSettings Settings)> environment)
        {
            var state = Worst.First(state => environment.Any(told => told.Settings.State == state));
            var (scope, settings) = environment.First(told => told.Settings.State == state);
            var isAlone = environment.Count() == 1;
            var sameState = environment.Count(told => told.Settings.State == state);
            var description = isAlone ? settings.Description
                : state == DeploymentState.Success ? $"{environment.Count()} scopes: {string.Join(", ", environment.Select(told => told.Scope))}"
                : $"{sameState} of {environment.Count()} scopes: {scope}: {settings.Description}";
            var report = await new DeploymentReporter(run).ReportAsync(settings with { Description = description }, cancellationToken).ConfigureAwait(false);
            reports.Add(([.. environment.Select(told => told.Scope)], report));
        }
    }
}
