using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>What a comparison tells, from the output, the log and the error together.</summary>
/// <param name="Releases">The compared releases, in the order of the output; then those that no output shows.</param>
internal sealed record DiffReading(ImmutableArray<ComparedRelease> Releases)
{
    /// <summary>Whether anything was compared.</summary>
    public bool IsEmpty => Releases.IsEmpty;

    public bool HasChanges => Releases.Any(release => release.IsChange);

    public ComparedRelease? Find(ReleaseId release) =>
        Releases.FirstOrDefault(compared => compared.Release.Name == release.Name && compared.Release.Namespace == release.Namespace)
        ?? Releases.FirstOrDefault(compared => compared.Release.Name == release.Name && compared.Release.Namespace.Length == 0);
}
