namespace GitOps.Cake.Templates.Versions;

/// <summary>The parts of a version as written, without the signs between them; a part that is missing is empty.</summary>
internal sealed record VersionParts(string Major, string Minor, string Patch, string Prerelease, string Metadata, int Length);
