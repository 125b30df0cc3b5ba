using GitOps.Cake.Templates.Functions;

namespace GitOps.Cake.Templates.Versions;

/// <summary>The methods of a version.</summary>
internal static class VersionMethods
{
    private static readonly TemplateType Version = TemplateType.Named("*semver.Version");

    public static TemplateFunction? Find(SemanticVersion version, string name) => name switch
    {
        "Major" => Signature.Of("", _ => version.Major),
        "Minor" => Signature.Of("", _ => version.Minor),
        "Patch" => Signature.Of("", _ => version.Patch),
        "Prerelease" => Signature.Of("", _ => version.Prerelease),
        "Metadata" => Signature.Of("", _ => version.Metadata),
        "Original" => Signature.Of("", _ => version.Original),
        "String" => Signature.Of("", _ => version.ToString()),
        "Compare" => Comparing(version, static order => (nint)Math.Sign(order)),
        "Equal" => Comparing(version, static order => order == 0),
        "LessThan" => Comparing(version, static order => order < 0),
        "LessThanEqual" => Comparing(version, static order => order <= 0),
        "GreaterThan" => Comparing(version, static order => order > 0),
        "GreaterThanEqual" => Comparing(version, static order => order >= 0),
        "IncMajor" => Signature.Of("", _ => version.At(Next(version.Major, "major"), 0, 0)),
        "IncMinor" => Signature.Of("", _ => version.At(version.Major, Next(version.Minor, "minor"), 0)),
        "IncPatch" => Signature.Of("", _ => IncreasePatch(version)),
        "SetPrerelease" => Signature.Of("s", call => Change(version, version with { Prerelease = call.Text(0) })),
        "SetMetadata" => Signature.Of("s", call => Change(version, version with { Metadata = call.Text(0) })),
        _ => null,
    };

    private static TemplateFunction Comparing(SemanticVersion version, Func<int, object> answer) =>
        new([Version], null, call => answer(version.CompareTo((SemanticVersion)call[0]!)));

    // The release is the version behind its own prerelease.
    private static SemanticVersion IncreasePatch(SemanticVersion version) =>
        version.At(version.Major, version.Minor, version.Prerelease.Length > 0 ? version.Patch : Next(version.Patch, "patch"));

    private static ulong Next(ulong number, string part) =>
        number < ulong.MaxValue ? number + 1 : throw new TemplateFunctionException($"{part} version increment would overflow uint64");

    private static SemanticVersion Change(SemanticVersion old, SemanticVersion version)
    {
        var text = version.ToString();
        var read = SemanticVersion.Parse(text);
        return read with { Original = (old.Original.StartsWith('v') ? "v" : "") + text, IsValue = true };
    }
}
