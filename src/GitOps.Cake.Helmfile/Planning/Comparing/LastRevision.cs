using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Records;

namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>What the last revision of a release holds.</summary>
/// <param name="Manifest">Its objects; none where nothing is deployed.</param>
/// <param name="Content">All of it; null where nothing is deployed.</param>
internal sealed record LastRevision(Manifest Manifest, ReleaseContent? Content)
{
    public static LastRevision Read(ReleaseRecord? record, string @namespace, ManifestRules rules)
    {
        if (record is null || !ReleaseDecision.Exists(record))
            return new(Manifest.Empty, null);

        var content = ReleaseContentReader.Read(record);
        return new(ManifestParser.ReadDeployed(content, @namespace, rules), content);
    }
}
