using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Asks helm about charts and releases: each call is one helm process, and what helm says is an answer whatever its exit code.</summary>
public interface IReleaseChecks
{
    /// <summary>Examines a chart with the values of a release.</summary>
    /// <param name="chart">The chart and its values.</param>
    /// <param name="cancellationToken">Interrupts helm.</param>
    Task<CommandOutput> LintAsync(ChartInvocation chart, CancellationToken cancellationToken);

    /// <summary>Runs the unit tests of a chart with the plugin <c>unittest</c>.</summary>
    /// <param name="request">Which tests.</param>
    /// <param name="cancellationToken">Interrupts helm.</param>
    Task<CommandOutput> UnitTestAsync(UnitTestRequest request, CancellationToken cancellationToken);

    /// <summary>Runs the tests of a deployed release.</summary>
    /// <param name="request">Which release, and how.</param>
    /// <param name="cancellationToken">Interrupts helm.</param>
    Task<CommandOutput> TestAsync(TestRequest request, CancellationToken cancellationToken);

    /// <summary>Asks for the status of a release.</summary>
    /// <param name="release">Which release.</param>
    /// <param name="arguments">Words that are added to the call.</param>
    /// <param name="cancellationToken">Interrupts helm.</param>
    Task<CommandOutput> StatusAsync(ReleaseId release, ImmutableArray<string> arguments, CancellationToken cancellationToken);
}
