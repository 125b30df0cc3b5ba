using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Tests.Doubles;

/// <summary>A helm that nobody is to ask.</summary>
internal sealed class NoHelm : IReleaseChecks, IChartRepositories, IFetchCache
{
    public static NoHelm Instance { get; } = new();

    public string Home => throw new NotSupportedException();

    public IReadOnlyList<string> List() => throw new NotSupportedException();

    public IReadOnlyList<string> Clean() => throw new NotSupportedException();

    public Task<CommandOutput> LintAsync(ChartInvocation chart, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandOutput> UnitTestAsync(UnitTestRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandOutput> TestAsync(TestRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandOutput> StatusAsync(ReleaseId release, ImmutableArray<string> arguments, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task AddAsync(ChartRepository repository, RepositoryOptions options, CancellationToken cancellationToken) => throw new NotSupportedException();
}
