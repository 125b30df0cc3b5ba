namespace Build.Tools;

/// <summary>Debian's archives through apt with folders of its own: no package is installed, the system's apt is not changed, root is not needed.</summary>
internal sealed class AptArchive(string folder)
{
    private static readonly string[] Folders = ["lists/partial", "cache/archives/partial", "parts", "packages"];

    private static readonly string[] Keyrings =
        ["/usr/share/keyrings/debian-archive-keyring.gpg", "/usr/share/keyrings/debian-archive-keyring.pgp"];

    private readonly ToolCommand _apt = new("apt-get", folder);

    private string Packages { get; } = Path.Combine(folder, "packages");

    public static string? FindObstacle() =>
        ThisMachine.Find("apt-get") is null || ThisMachine.Find("dpkg-deb") is null || ReadRelease("ID") != "debian"
            ? "The control plane is built from Debian's packages, and this machine is not a Debian."
            : null;

    /// <summary>Reads the lists of packages.</summary>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Folders)
        {
            Directory.CreateDirectory(Path.Combine(folder, path));
        }

        var answer = await _apt.RunAsync(DebianSources.Question, cancellationToken);
        var sources = DebianSources.Read(answer, ReadRelease("VERSION_CODENAME"), Array.Find(Keyrings, File.Exists));
        if (sources.Count == 0)
        {
            throw new ToolRestoreException("apt's configuration names no archive of Debian itself, where the sources of Kubernetes are.");
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "sources.list"), sources, cancellationToken);
        await _apt.RunAsync([.. Options, "--quiet", "update"], cancellationToken);
    }

    /// <summary>Fetches packages, which apt checks against Debian's signature, and unpacks them below <paramref name="root"/>.</summary>
    public async Task UnpackAsync(string root, CancellationToken cancellationToken, params string[] packages)
    {
        await (_apt with { Folder = Packages }).RunAsync([.. Options, "--quiet", "download", .. packages], cancellationToken);
        foreach (var package in packages)
        {
            await new ToolCommand("dpkg-deb", Packages).RunAsync(["--extract", FindOne($"{package}_*.deb"), root], cancellationToken);
        }
    }

    /// <summary>Fetches the upstream sources of a package.</summary>
    /// <returns>The archive.</returns>
    public async Task<string> FetchSourceAsync(string package, CancellationToken cancellationToken)
    {
        await (_apt with { Folder = Packages }).RunAsync([.. Options, "--quiet", "source", "--download-only", package], cancellationToken);
        return FindOne($"{package}_*.orig.tar.*");
    }

    private IEnumerable<string> Options =>
    [
        $"-oDir::Etc::SourceList={folder}/sources.list", $"-oDir::Etc::SourceParts={folder}/parts",
        $"-oDir::State::Lists={folder}/lists", $"-oDir::Cache={folder}/cache",
        "-oAPT::Sandbox::User=root", "-oAcquire::Languages=none", "-oAcquire::Retries=3",
        "-oAcquire::IndexTargets::deb::DEP-11::DefaultEnabled=false",
    ];

    private string FindOne(string pattern) => Directory.GetFiles(Packages, pattern).Order(StringComparer.Ordinal).Last();

    private static string ReadRelease(string key) =>
        File.Exists("/etc/os-release")
            ? File.ReadLines("/etc/os-release").Where(line => line.StartsWith($"{key}=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..].Trim('"')).FirstOrDefault() ?? ""
            : "";
}
