using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>Asks the server of every object that an apply would send whether it would take it; nothing is changed.</summary>
internal sealed class ServerDryRun(EnginePorts ports)
{
    private const int CallsAtOnce = 8;

    public async Task<ImmutableArray<ReleaseOutcome>> RunAsync(PreparedPlan plan, CancellationToken cancellationToken)
    {
        using var bound = new SemaphoreSlim(CallsAtOnce);
        return [.. await Task.WhenAll(plan.Releases.Select(release => OutcomeAsync(release, bound, cancellationToken))).ConfigureAwait(false)];
    }

    private async Task<ReleaseOutcome> OutcomeAsync(PreparedRelease release, SemaphoreSlim bound, CancellationToken cancellationToken)
    {
        var refused = release.Planned is { IsChange: true, Action: not ReleaseAction.Uninstall }
            ? await AskAsync(release, bound, cancellationToken).ConfigureAwait(false)
            : [];
        return refused.Length == 0
            ? Outcomes.Unchanged(release) with { Reason = release.Planned.IsChange ? "Dry run: nothing was changed." : null }
            : Outcomes.Of(release, ReleaseOutcomeKind.Failed) with { Reason = string.Join('\n', refused) };
    }

    private async Task<string[]> AskAsync(PreparedRelease release, SemaphoreSlim bound, CancellationToken cancellationToken)
    {
        var context = release.Target.KubeContext;
        var kinds = new KindIndex(await ports.Cluster.ReadCapabilitiesAsync(context, cancellationToken).ConfigureAwait(false));
        var answers = await Task.WhenAll(release.Wanted.Resources
            .Where(resource => !resource.IsHook && kinds.Find(resource.Id) is not null)
            .Select(async resource =>
            {
                await bound.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    return await AskAsync(release, kinds.Locate(resource.Id), resource, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    bound.Release();
                }
            })).ConfigureAwait(false);
        return [.. answers.OfType<string>()];
    }

    private async Task<string?> AskAsync(
        PreparedRelease release, ResourceId id, Resource resource, CancellationToken cancellationToken)
    {
        var manifest = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(manifest))
        {
            ManifestValues.Write(json, resource.Content);
        }

        var refusal = await ports.Cluster.DryRunAsync(
            release.Target.KubeContext, id, manifest.WrittenMemory, release.Release.Options.ForceConflicts, cancellationToken).ConfigureAwait(false);
        return refusal is null ? null : $"{id}: {refusal}";
    }
}
