using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>
/// Asks once per namespace for the last revisions of its releases: from helm's records, which hold what is deployed, or else with
/// <c>helm list</c>, where the records cannot be read.
/// </summary>
internal sealed class ReleaseFacts(IToolRunner runner, HelmProgram helm, ClusterAccess access, IReleaseRecords? records, IRunLog log)
{
    private readonly ConcurrentDictionary<(string Context, string Namespace), Lazy<Task<ImmutableArray<ReleaseRecord>>>> _asked = new();

    /// <summary>Whether what is deployed is known, and not only in which status it is.</summary>
    public bool HasContent { get; private set; } = records is not null;

    /// <summary>The last revision of a release, of any status; null where there is none.</summary>
    public async Task<ReleaseRecord?> FindAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        var context = release.KubeContext ?? access.KubeContext;
        var facts = await _asked.GetOrAdd(
            (context ?? "", release.Namespace),
            _ => new(() => AskAsync(context, release.Namespace, cancellationToken))).Value.ConfigureAwait(false);
        return facts.FirstOrDefault(fact => fact.Name == release.Name);
    }

    private async Task<ImmutableArray<ReleaseRecord>> AskAsync(string? context, string @namespace, CancellationToken cancellationToken)
    {
        if (records is not null && HasContent)
        {
            try
            {
                return await records.ListAsync(context, @namespace, cancellationToken).ConfigureAwait(false);
            }
            catch (GitOpsException exception)
            {
                HasContent = false;
                log.Verbose($"Helm's release records cannot be read, so helm is asked for a list: {exception.Message}");
            }
        }

        return await ListAsync(context, @namespace, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImmutableArray<ReleaseRecord>> ListAsync(string? context, string @namespace, CancellationToken cancellationToken)
    {
        var release = new ReleaseId("", @namespace, context);
        var command = HelmCommand.ToCluster(helm, access, release,
        [
            "list", "--deployed", "--failed", "--pending", "--uninstalled", "--uninstalling", "--max", "0", "--output", "json", .. HelmCommand.Namespace(release),
        ]) with
        {
            Purpose = "list the releases of a namespace",
        };
        var output = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(output.StandardOutput);
            return [.. json.RootElement.EnumerateArray().Select(Fact)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new UnreadableOutputException(command, "it is no list of releases in JSON.", cause: exception);
        }
    }

    private static ReleaseRecord Fact(JsonElement row)
    {
        var status = row.GetProperty("status").GetString() ?? "";
        return new()
        {
            Name = row.GetProperty("name").GetString() ?? "",
            Namespace = row.GetProperty("namespace").GetString() ?? "",
            Revision = int.Parse(row.GetProperty("revision").ToString(), CultureInfo.InvariantCulture),
            Status = status,
            IsDeployed = status == "deployed",
            Payload = default,
        };
    }
}
