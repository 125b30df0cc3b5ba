using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Checks;

/// <summary><c>unittest</c>: runs the unit tests of charts, for those releases that name some.</summary>
internal sealed class UnitTesting(EnginePorts ports, Walk walk)
{
    public async Task<CheckReport> RunAsync(HelmfileUnitTestSettings settings, CancellationToken cancellationToken)
    {
        var work = new Work("unittest", settings.Scope) { Needs = settings.Needs, Values = settings.Values, Args = settings.Args, Uses = HasTests };
        using var helm = new HelmSlots(HelmBound.ForRendering(settings.Scope.Concurrency), cancellationToken);
        var charts = ChartPreparation.WithoutCluster(ports, helm, cancellationToken);
        var failed = false;
        var atOnce = settings.FailFast ? 1 : HelmBound.ForRendering(settings.Scope.Concurrency);
        var checks = await new ReleaseWork(walk, work, atOnce).EachAsync(
            async (helmfile, release) =>
            {
                // The first failure is to be the last thing that is done.
                if (!HasTests(release) || (failed && settings.FailFast))
                    return null;

                var check = await TestAsync(settings, charts, helmfile, release, cancellationToken).ConfigureAwait(false);
                failed |= !check.Succeeded;
                return check;
            },
            cancellationToken).ConfigureAwait(false);
        return new() { Releases = [.. checks.OfType<ReleaseCheck>()] };
    }

    private async Task<ReleaseCheck> TestAsync(
        HelmfileUnitTestSettings settings, ChartPreparation charts, SelectedHelmfile helmfile, Release release, CancellationToken cancellationToken)
    {
        var patterns = Patterns(release);
        var chart = await charts.PrepareAsync(release, helmfile.Repositories).ConfigureAwait(false);
        var request = new UnitTestRequest
        {
            Chart = await ReleaseInvocation.MakeAsync(release, chart.Path, ports.Folder, cancellationToken).ConfigureAwait(false),
            Files = patterns,
            FailFast = settings.FailFast,
            DebugPlugin = settings.DebugPlugin,
        };
        ports.Log.Information($"Unit testing release={release.Id.Name}, chart={release.Chart}");
        return await new ReleaseChecking(ports).RunAsync(release, helmfile.Secrets, () => ports.Checks.UnitTestAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private static bool HasTests(Release release) => !Tests(release).IsEmpty;

    private static ImmutableArray<Placed<string>> Tests(Release release) => release.Definition?.Texts("unitTests") ?? [];

    /// <summary>The patterns of a release's test files; a folder stands for the tests in it.</summary>
    /// <exception cref="StateFileException">A path leaves the chart's folder.</exception>
    private static ImmutableArray<string> Patterns(Release release)
    {
        var problems = new StateProblems();
        var patterns = Tests(release).Select(test => Pattern(test, problems)).ToImmutableArray();
        problems.ThrowIfAny();
        return patterns;
    }

    private static string Pattern(Placed<string> test, StateProblems problems)
    {
        var path = test.Value;
        var outside = Path.GetRelativePath("/chart", Path.GetFullPath(path, "/chart"));
        if (Path.IsPathRooted(path) || outside == ".." || outside.StartsWith("../", StringComparison.Ordinal))
            problems.Add(test.Position, $"unitTests path \"{path}\" has to be a relative path within the folder of the chart.");

        var isFile = path.AsSpan().IndexOfAny('*', '?', '[') >= 0
            || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        return isFile ? path : $"{path.TrimEnd('/')}/*_test.yaml";
    }
}
