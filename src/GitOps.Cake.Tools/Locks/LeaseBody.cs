using System.Globalization;
using System.Text.Json.Nodes;

namespace GitOps.Cake.Locks;

/// <summary>What is written into a Lease.</summary>
/// <param name="scope">The scope's name.</param>
/// <param name="holder">Who takes it.</param>
/// <param name="duration">How long it lives without being renewed.</param>
internal sealed class LeaseBody(string scope, LockHolder holder, TimeSpan duration)
{
    /// <summary>A Lease that is there for the first time.</summary>
    public JsonObject New(string name, string? sha, DateTimeOffset now) => new()
    {
        ["apiVersion"] = "coordination.k8s.io/v1",
        ["kind"] = "Lease",
        ["metadata"] = new JsonObject
        {
            ["name"] = name,
            ["labels"] = new JsonObject { ["app.kubernetes.io/managed-by"] = "gitops-cake" },
            ["annotations"] = Notes(sha),
        },
        ["spec"] = Spec(now, transitions: 0),
    };

    /// <summary>A change that works only where nobody holds the Lease, so that nobody has to look first.</summary>
    public JsonArray TakeFree(string? sha, DateTimeOffset now)
    {
        // A test of a member that is not there against null holds.
        var changes = new JsonArray { new JsonObject { ["op"] = "test", ["path"] = "/spec/holderIdentity", ["value"] = null } };
        foreach (var (name, value) in Spec(now, transitions: null))
            changes.Add(new JsonObject { ["op"] = "add", ["path"] = $"/spec/{name}", ["value"] = value?.DeepClone() });
        foreach (var (name, value) in Notes(sha))
            changes.Add(new JsonObject { ["op"] = "add", ["path"] = $"/metadata/annotations/{name.Replace("/", "~1", StringComparison.Ordinal)}", ["value"] = value?.DeepClone() ?? "" });

        return changes;
    }

    /// <summary>A change that works only where nobody changed the Lease since it was read.</summary>
    public JsonObject Take(LeaseRecord lease, string? sha, DateTimeOffset now) => Change(lease.Version, Spec(now, lease.Transitions + 1), Notes(sha));

    public JsonObject Renew(string version, DateTimeOffset now) => Change(version, new() { ["renewTime"] = Time(now) }, null);

    /// <summary>Sets the Lease free, and notes what was applied.</summary>
    /// <param name="version">The version that was read or written last.</param>
    /// <param name="end">What is noted.</param>
    /// <param name="now">The time.</param>
    public JsonObject Free(string version, LockEnd end, DateTimeOffset now)
    {
        var notes = new JsonObject { [LeaseNotes.RunUrl] = null, [LeaseNotes.Sha] = null };
        if (end.Notes)
        {
            notes[LeaseNotes.AppliedSha] = end.Sha;
            notes[LeaseNotes.AppliedAt] = end.Sha is null ? null : Time(now);
            notes[LeaseNotes.AppliedBy] = end.Sha is null ? null : holder.RunUrl ?? holder.Identity;
        }

        return Change(version, new() { ["holderIdentity"] = null, ["renewTime"] = Time(now) }, notes);
    }

    private static JsonObject Change(string version, JsonObject spec, JsonObject? notes)
    {
        var metadata = new JsonObject { ["resourceVersion"] = version };
        if (notes is not null)
            metadata["annotations"] = notes;

        return new() { ["metadata"] = metadata, ["spec"] = spec };
    }

    private JsonObject Notes(string? sha) => new() { [LeaseNotes.Scope] = scope, [LeaseNotes.RunUrl] = holder.RunUrl, [LeaseNotes.Sha] = sha };

    private JsonObject Spec(DateTimeOffset now, int? transitions)
    {
        var spec = new JsonObject
        {
            ["holderIdentity"] = holder.Identity,
            ["leaseDurationSeconds"] = (int)Math.Ceiling(duration.TotalSeconds),
            ["acquireTime"] = Time(now),
            ["renewTime"] = Time(now),
        };
        if (transitions is { } count)
            spec["leaseTransitions"] = count;

        return spec;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
