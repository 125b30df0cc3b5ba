using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Cli.Answers;

/// <summary>
/// What is known of a project beside the text that is read: it completes what a text leaves out, such as a namespace, and shows
/// where a text was cut off.
/// </summary>
/// <param name="Releases">The selected releases whose conditions hold, in the order of the files.</param>
/// <param name="Environments">The environments of the state files; default where nobody asked.</param>
internal sealed record KnownProject(ImmutableArray<KnownRelease> Releases, ImmutableArray<string> Environments = default)
{
    public const string DefaultEnvironment = "default";

    public static KnownProject Unknown { get; } = new([]);

    /// <summary>Whether some state file has the environment; null where that is not known.</summary>
    public bool? Knows(string environment) => Environments.IsDefault ? null : Environments.Contains(environment, StringComparer.Ordinal);

    /// <summary>The one release of a name; null where none or several have it.</summary>
    public ReleaseId? Find(string name)
    {
        var found = Releases.Where(release => release.Id.Name == name).Take(2).ToArray();
        return found.Length == 1 ? found[0].Id : null;
    }

    public KnownRelease? Find(ReleaseId release) => Releases.FirstOrDefault(known => known.Id.Name == release.Name && known.Id.Namespace == release.Namespace);
}
