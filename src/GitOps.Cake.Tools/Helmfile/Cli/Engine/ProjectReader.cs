using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Arguments;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Programs;
using GitOps.Cake.Helmfile.Cli.Reading;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>Asks helmfile which releases are chosen, so that a text that lacks one is noticed.</summary>
internal sealed class ProjectReader(HelmfileCalls calls)
{
    /// <summary>The chosen releases whose conditions hold; none where nothing is chosen and that is allowed.</summary>
    /// <exception cref="GitOpsException">The state files cannot be read, or nothing is chosen.</exception>
    public async Task<KnownProject> ReadAsync(CliTools tools, HelmfileScope scope, CancellationToken cancellationToken)
    {
        var list = await calls.RunAsync(tools, scope, ReadLines.Of(new HelmfileListSettings { Scope = scope }), "list the releases", cancellationToken).ConfigureAwait(false);
        var reading = PlainReader.Read(list, KnownProject.Unknown, _ => ListReader.Read(list, KnownProject.Unknown));
        CallFailure.ThrowIf(reading.End, list, reading.Error, scope);
        ImmutableArray<KnownRelease> releases =
        [
            .. (reading.Value?.Releases ?? []).Where(release => release.Enabled)
                .Select(release => new KnownRelease(new(release.Name, release.Namespace), release.Installed, release.Chart, release.Version is { Length: > 0 } version ? version : null)),
        ];
        return new(releases);
    }

    /// <summary>The releases with the contexts that the state files name for them.</summary>
    /// <exception cref="GitOpsException">The state files cannot be read.</exception>
    public async Task<KnownProject> WithContextsAsync(CliTools tools, HelmfileScope scope, KnownProject project, CancellationToken cancellationToken)
    {
        var build = await calls.RunAsync(tools, scope, ReadLines.Of(new HelmfileBuildSettings { Scope = scope }), "put the state files together", cancellationToken).ConfigureAwait(false);
        var reading = PlainReader.Read(build, KnownProject.Unknown, _ => BuildReader.Read(build));
        CallFailure.ThrowIf(reading.End, build, reading.Error, scope);
        var contexts = (reading.Value?.States ?? []).SelectMany(state => StateContexts.Of(state.Yaml)).ToLookup(entry => entry.Release, entry => entry.Context);
        return project with { Releases = [.. project.Releases.Select(known => known with { KubeContext = contexts[known.Id].FirstOrDefault() })] };
    }
}
