using System.Collections.Immutable;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>Asks the helm program about charts and releases.</summary>
internal sealed class HelmReleaseChecks(IToolRunner runner, HelmProgram helm, ClusterAccess cluster) : IReleaseChecks
{
    public Task<CommandOutput> LintAsync(ChartInvocation chart, CancellationToken cancellationToken) =>
        RunAsync(HelmCheckCommands.Lint(helm, chart), cancellationToken);

    public Task<CommandOutput> UnitTestAsync(UnitTestRequest request, CancellationToken cancellationToken) =>
        RunAsync(HelmCheckCommands.UnitTest(helm, request), cancellationToken);

    public Task<CommandOutput> TestAsync(TestRequest request, CancellationToken cancellationToken) =>
        RunAsync(HelmCheckCommands.Test(helm, cluster, request), cancellationToken);

    public Task<CommandOutput> StatusAsync(ReleaseId release, ImmutableArray<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(HelmCheckCommands.Status(helm, cluster, release, arguments), cancellationToken);

    private async Task<CommandOutput> RunAsync(ToolCommand command, CancellationToken cancellationToken)
    {
        var output = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return new(output.ExitCode, output.StandardOutput, output.StandardError);
    }
}
