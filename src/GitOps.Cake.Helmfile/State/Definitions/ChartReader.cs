using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Reads what a release's <c>chart</c> names: a folder, a chart of a repository, or one of a registry.</summary>
/// <param name="folder">The folder of the state file, where paths start.</param>
/// <param name="root">The state file.</param>
/// <param name="repositories">Its repositories.</param>
/// <param name="startedIn">The folder where helm is started, if that is another one: what is not found in the first is looked for there.</param>
internal sealed class ChartReader(string folder, Section root, ImmutableArray<ChartRepository> repositories, string? startedIn = null)
{
    private readonly Section _defaults = root.Inner("helmDefaults") ?? new(Schema.HelmDefaultsSchema.Instance, root.Position);

    /// <summary>The folder of a chart that is local, or the file of a packed one.</summary>
    /// <returns>The path, also where nothing is there; null for a chart from elsewhere.</returns>
    public string? LocalFolder(string chart)
    {
        if (chart.Contains("://", StringComparison.Ordinal))
            return null;

        // Helm takes what is there for a local chart, whatever a repository is called.
        var path = Path.GetFullPath(chart, folder);
        if (Path.Exists(path))
            return path;
        if (startedIn is not null && Path.GetFullPath(chart, startedIn) is var other && Path.Exists(other))
            return other;

        return IsLocal(chart) ? path : null;
    }

    /// <summary>The chart of a repository or registry that a release names; null where it names neither.</summary>
    public ChartReference? Reference(Section release, string chart)
    {
        if (chart.StartsWith("oci://", StringComparison.Ordinal))
            return Oci(release, chart);

        var slash = chart.IndexOf('/', StringComparison.Ordinal);
        var index = slash < 0 ? -1 : Index(chart[..slash]);
        return index < 0 ? null : ReferenceIn(repositories[index], root.Sections("repositories")[index], release, chart);
    }

    /// <summary>The chart of a repository.</summary>
    /// <param name="repository">The repository, whose name the chart begins with.</param>
    /// <param name="declaration">What a state file says of it.</param>
    /// <param name="release">The release.</param>
    /// <param name="chart">Its chart.</param>
    public ChartReference ReferenceIn(ChartRepository repository, Section declaration, Section release, string chart)
    {
        var (version, digest) = repository.Oci ? Version(release) : (release.NonEmpty("version"), null);
        return Reference(release, chart[(chart.IndexOf('/', StringComparison.Ordinal) + 1)..] + digest, digest is null ? version : null, declaration) with { Repository = repository };
    }

    /// <summary>A chart whose repository only helm itself knows.</summary>
    public ChartReference ReferenceByName(Section release, string chart) => Reference(release, chart, release.NonEmpty("version"), repository: null);

    private int Index(string name)
    {
        for (var index = 0; index < repositories.Length; index++)
        {
            if (repositories[index].Name == name)
                return index;
        }

        return -1;
    }

    // A tag within the address is a version. A digest, there or behind the version, decides alone: helm takes no version beside it.
    private ChartReference Oci(Section release, string chart)
    {
        var (wanted, pinned) = Version(release);
        var at = chart.IndexOf('@', StringComparison.Ordinal);
        var address = at < 0 ? chart : chart[..at];
        var digest = at < 0 ? pinned : chart[at..];
        var tag = address.LastIndexOf(':');
        var hasTag = tag > address.LastIndexOf('/');
        var name = hasTag ? address[..tag] : address;
        var version = digest is not null ? null : wanted ?? (hasTag ? address[(tag + 1)..] : null);
        return Reference(release, name + digest, version, repository: null);
    }

    // The version of a registry's chart may pin it: 1.0.0@sha256:…
    private static (string? Version, string? Digest) Version(Section release) =>
        release.NonEmpty("version") is { } version && version.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at
            ? (at == 0 ? null : version[..at], version[at..])
            : (release.NonEmpty("version"), null);

    private ChartReference Reference(Section release, string name, string? version, Section? repository) => new()
    {
        Name = name,
        Version = version,
        Devel = release.Flag("devel") ?? _defaults.IsTrue("devel"),
        Verify = release.Flag("verify") ?? (repository?.IsTrue("verify") == true || _defaults.IsTrue("verify")),
        Keyring = (release.NonEmpty("keyring") ?? repository?.NonEmpty("keyring") ?? _defaults.NonEmpty("keyring")) is { } keyring ? Path.GetFullPath(keyring, folder) : null,
        PlainHttp = release.IsTrue("plainHttp") || _defaults.IsTrue("plainHttp") || repository?.IsTrue("plainHttp") == true,
        InsecureSkipTlsVerify = release.IsTrue("insecureSkipTLSVerify") || _defaults.IsTrue("insecureSkipTLSVerify") || repository?.IsTrue("skipTLSVerify") == true,
    };

    private static bool IsLocal(string chart) =>
        chart.StartsWith("./", StringComparison.Ordinal)
        || chart.StartsWith("../", StringComparison.Ordinal)
        || Path.IsPathRooted(chart)
        || chart.AsSpan().Count('/') is not (1 or 2);
}
