using System.Text;

namespace GitOps.Cake.Testing.Binaries;

internal static class BinarySearch
{
    /// <summary>
    /// Takes all programs from one place: parts of different versions refuse to work together in ways that are hard to see.
    /// </summary>
    public static ControlPlaneBinaries Find(LocalControlPlaneOptions options, Func<string, string?> environment)
    {
        var wanted = Wanted(options);
        var report = new StringBuilder();
        foreach (var (place, folders) in Places(options, environment))
        {
            var found = wanted.ToDictionary(name => name, name => FindIn(folders, name));
            var missing = wanted.Where(name => found[name] is null).ToArray();
            if (missing.Length == 0)
            {
                return new(
                    found[ComponentNames.Etcd]!,
                    found[ComponentNames.ApiServer]!,
                    found.GetValueOrDefault(ComponentNames.ControllerManager),
                    found.GetValueOrDefault(ComponentNames.Scheduler));
            }

            report.Append("  ").Append(place).Append(": ")
                .AppendLine(folders.Length == 0 ? "not set" : $"no {string.Join(", no ", missing)}");
        }

        throw new LocalControlPlaneException(
            $"""
            No place holds {string.Join(", ", wanted)}, which a local control plane needs. Looked at:
            {report}Put them into one folder and name it with KUBEBUILDER_ASSETS, GITOPS_TOOLS or LocalControlPlaneOptions.Binaries.
            `setup-envtest use -p path` downloads etcd and kube-apiserver and prints their folder.
            """);
    }

    private static string[] Wanted(LocalControlPlaneOptions options) =>
    [
        ComponentNames.Etcd,
        ComponentNames.ApiServer,
        .. options.ControllerManager ? [ComponentNames.ControllerManager] : Array.Empty<string>(),
        .. options.Scheduler ? [ComponentNames.Scheduler] : Array.Empty<string>(),
    ];

    private static IEnumerable<(string Place, string[] Folders)> Places(
        LocalControlPlaneOptions options, Func<string, string?> environment)
    {
        if (options.Binaries is { } given)
            return [($"LocalControlPlaneOptions.Binaries ({given})", [given])];

        return
        [
            Variable("KUBEBUILDER_ASSETS"),
            Variable("GITOPS_TOOLS"),
            ("PATH", (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)),
        ];

        (string, string[]) Variable(string name) =>
            environment(name) is { Length: > 0 } folder ? ($"{name} ({folder})", [folder]) : (name, []);
    }

    private static string? FindIn(string[] folders, string name) =>
        folders.Select(folder => Path.GetFullPath(Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
