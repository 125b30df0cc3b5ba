using GitOps.Cake.Templates.Versions;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class VersionFunctions
{
    public const string Names = "semver semverCompare";

    public static TemplateFunction? Find(string name) => name switch
    {
        "semver" => Signature.Of("s", static call => SemanticVersion.Parse(call.Text(0))),
        "semverCompare" => Signature.Of("ss", static call => VersionRange.Parse(call.Text(0)).Contains(SemanticVersion.Parse(call.Text(1)))),
        _ => null,
    };
}
