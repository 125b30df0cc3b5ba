using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Json;

/// <summary>What the types cannot say of a plan that was read.</summary>
internal static class PlanCheck
{
    public static Plan Whole(Plan plan, StatedFacts stated, JsonSource source, string path = "$")
    {
        NoNulls(plan.Clusters, $"{path}.clusters", source);
        NoNulls(plan.Warnings, $"{path}.warnings", source);
        NoNulls(plan.Releases, $"{path}.releases", source);
        for (var release = 0; release < plan.Releases.Length; release++)
        {
            var resources = plan.Releases[release].Resources;
            NoNulls(resources, $"{path}.releases[{release}].resources", source);
            for (var resource = 0; resource < resources.Length; resource++)
            {
                NoNulls(resources[resource].Fields, $"{path}.releases[{release}].resources[{resource}].fields", source);
            }
        }

        return stated.Digest == plan.Digest ? plan : throw OtherDigest(stated.Digest, plan.Digest, source, path);
    }

    public static void Version(StatedFacts stated, int supported, JsonSource source, string path = "$")
    {
        switch (stated.SchemaVersion)
        {
            case null:
                throw source.Unreadable("it has no schemaVersion.", path);
            case { } version when version > supported:
                throw source.Newer(version, supported);
            case < 1:
                throw source.Unreadable("its schemaVersion is less than 1.", $"{path}.schemaVersion");
            default:
                break;
        }
    }

    public static void NoNulls<T>(ImmutableArray<T> items, string path, JsonSource source)
        where T : class
    {
        var position = items.IndexOf(null!);
        if (position >= 0)
        {
            throw source.Unreadable("null stands where an entry is needed.", $"{path}[{position}]");
        }
    }

    private static GitOpsException OtherDigest(string? stated, string computed, JsonSource source, string path) => stated is null
        ? source.Unreadable("it has no digest.", path)
        : source.Unreadable(
            $"its digest is {stated}, but its content has the digest {computed}; it was edited or damaged.", $"{path}.digest");
}
