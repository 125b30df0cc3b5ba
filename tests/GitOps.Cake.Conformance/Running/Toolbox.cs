using GitOps.Cake.Tooling;

namespace GitOps.Cake.Conformance.Running;

/// <summary>The programs of a run, in a folder that comes first on the path.</summary>
internal sealed class Toolbox : IDisposable
{
    private Toolbox(string bin, string helm, string helmVersion, string? kubectl) =>
        (Bin, Helm, HelmVersion, Kubectl) = (bin, helm, helmVersion, kubectl);

    public string Bin { get; }

    public string Helm { get; }

    public string HelmVersion { get; }

    public int HelmMajor => int.Parse(HelmVersion.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    public string? Kubectl { get; }

    public bool HasGit { get; } = OnPath("git") is not null;

    /// <exception cref="UsageException">The helm is none.</exception>
    public static async Task<Toolbox> OpenAsync(string helm, string? kubectl, CancellationToken cancellationToken)
    {
        kubectl ??= OnPath("kubectl") ?? (RestoredTools.Of("kubectl") is { } tools ? Path.Combine(tools, "kubectl") : null);
        var bin = Directory.CreateTempSubdirectory("conformance-bin-").FullName;
        var box = new Toolbox(bin, Link("helm", helm), await VersionAsync(helm, cancellationToken), kubectl is null ? null : Link("kubectl", kubectl));
        return box.HelmMajor is 3 or 4 ? box : throw new UsageException($"--helm: {helm} is version {box.HelmVersion}, and neither 3 nor 4.");

        string Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(bin, name), target).FullName;
    }

    public void Dispose() => Directory.Delete(Bin, recursive: true);

    private static async Task<string> VersionAsync(string helm, CancellationToken cancellationToken)
    {
        try
        {
            var output = await new ToolRunner().RunAsync(new ToolCommand(helm, "version", "--template", "{{.Version}}"), cancellationToken);
            return output.StandardOutput.Trim().TrimStart('v');
        }
        catch (GitOpsException exception)
        {
            throw new UsageException($"--helm: {exception.Message}");
        }
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
