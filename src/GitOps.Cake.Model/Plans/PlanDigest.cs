using System.Security.Cryptography;
using System.Text.Json;

namespace GitOps.Cake.Plans;

/// <summary>
/// The digest of a plan: SHA-256 over canonical JSON of the scope, the environment, the clusters, and per release its action, its
/// reason and the digests of its deployed and wanted manifests as data.
/// </summary>
/// <remarks>
/// Engine, tool versions, times, paths of a machine and the commit are left out, so that two runs that would do the same
/// have the same digest. Values of Secrets enter the manifests' digests as an HMAC where a plan key is given, else not at all.
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
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, plan);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
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
            json.WriteStringValue(cluster.Uid);
        }

        json.WriteEndArray();
        json.WriteStartArray("releases");
        foreach (var release in plan.Releases.OrderBy(release => release.Release.ToString(), StringComparer.Ordinal))
        {
            Write(json, release);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlannedRelease release)
    {
        json.WriteStartObject();
        json.WriteString("release", release.Release.ToString());
        json.WriteString("action", release.Action.ToString());
        json.WriteString("reason", release.Reason.ToString());
        json.WriteString("deployed", release.DeployedDigest);
        json.WriteString("desired", release.DesiredDigest);
        json.WriteEndObject();
    }
}
