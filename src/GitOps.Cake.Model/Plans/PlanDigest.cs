using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Json;

namespace GitOps.Cake.Plans;

/// <summary>
/// The digest of a plan: SHA-256 over canonical JSON of the scope, the environment, the clusters, and per release its action, its
/// reason and the digests of its deployed and wanted manifests as data. Of a change whose wanted manifest is not known as a whole, what the
/// comparison shows takes its place.
/// </summary>
/// <remarks>
/// Engine, tool versions, times, paths of a machine and the commit are left out, so that two runs that would do the same
/// have the same digest. Values of Secrets enter the manifests' digests as an HMAC where a plan key is given, else not at all;
/// which of the two it was is part of the digest.
/// </remarks>
public static class PlanDigest
{
    /// <summary>Computes the digest.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static string Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, plan);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return CanonicalJson.Hash(document.RootElement);
    }

    private static void Write(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject();
        json.WriteString("scope", plan.Scope);
        json.WriteString("environment", plan.Environment);
        json.WriteBoolean("secretsBound", plan.SecretsBound);
        json.WriteStartArray("clusters");
        foreach (var cluster in plan.Clusters.OrderBy(cluster => cluster.KubeContext, StringComparer.Ordinal))
        {
            Write(json, cluster);
        }

        json.WriteEndArray();
        json.WriteStartArray("releases");
        foreach (var release in plan.Releases
            .OrderBy(release => release.Release.KubeContext ?? "", StringComparer.Ordinal)
            .ThenBy(release => release.Release.Namespace, StringComparer.Ordinal)
            .ThenBy(release => release.Release.Name, StringComparer.Ordinal))
        {
            Write(json, release);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlannedCluster cluster)
    {
        json.WriteStartObject();
        json.WriteString("kubeContext", cluster.KubeContext);
        json.WriteString("uid", cluster.Uid);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlannedRelease release)
    {
        json.WriteStartObject();
        json.WriteString("kubeContext", release.Release.KubeContext ?? "");
        json.WriteString("namespace", release.Release.Namespace);
        json.WriteString("name", release.Release.Name);
        json.WriteString("action", EnumText.Of(release.Action));
        json.WriteString("reason", EnumText.Of(release.Reason));
        json.WriteString("deployed", release.DeployedDigest);
        json.WriteString("desired", release.DesiredDigest);
        if (release is { DesiredDigest: null, Action: ReleaseAction.Install or ReleaseAction.Upgrade or ReleaseAction.Reinstall })
            Write(json, release.Resources);

        json.WriteEndObject();
    }

    // A release with changed content that nobody can tell as a whole must not have the digest of one with other content.
    private static void Write(Utf8JsonWriter json, ImmutableArray<ResourceChange> changes)
    {
        json.WriteStartArray("shown");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("resource", $"{change.Resource.ApiVersion} {change.Resource}");
            json.WriteString("change", EnumText.Of(change.Change));
            json.WriteString("diff", change.Diff);
            json.WriteStartArray("fields");
            foreach (var field in change.Fields)
                json.WriteStringValue($"{field.Path} {Hash(field.Old)} {Hash(field.New)}");

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();

        static string? Hash(JsonElement? value) => value is { } element ? CanonicalJson.Hash(element) : null;
    }
}
