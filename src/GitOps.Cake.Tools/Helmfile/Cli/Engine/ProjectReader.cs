using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Arguments;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Programs;
using GitOps.Cake.Helmfile.Cli.Reading;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Templates.Yaml;

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

    /// <summary>Whether every release has a context of its own, where the scope names none.</summary>
    public async Task<bool> NamesContextsAsync(CliTools tools, HelmfileScope scope, CancellationToken cancellationToken)
    {
        var build = await calls.RunAsync(tools, scope, ReadLines.Of(new HelmfileBuildSettings { Scope = scope }), "put the state files together", cancellationToken).ConfigureAwait(false);
        var reading = PlainReader.Read(build, KnownProject.Unknown, _ => BuildReader.Read(build));
        CallFailure.ThrowIf(reading.End, build, reading.Error, scope);
        var reader = new ManifestReader();
        return (reading.Value?.States ?? []).All(state => NamesContext(ManifestValues.ToJson(reader.Read(state.Yaml.AsMemory()))));
    }

    private static bool NamesContext(System.Text.Json.JsonElement state) =>
        Has(state)
        || (state.TryGetProperty("helmDefaults", out var defaults) && Has(defaults))
        || !state.TryGetProperty("releases", out var releases) || releases.EnumerateArray().All(Has);

    private static bool Has(System.Text.Json.JsonElement element) =>
        element.ValueKind == System.Text.Json.JsonValueKind.Object && element.TryGetProperty("kubeContext", out var context) && context.GetString() is { Length: > 0 };
}
