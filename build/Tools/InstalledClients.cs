using System.Collections.Immutable;

namespace Build.Tools;

/// <summary>helm 3, helm 4 and kubectl on the PATH, for machines where they cannot be fetched.</summary>
internal static class InstalledClients
{
    /// <exception cref="ToolRestoreException">One is missing.</exception>
    public static async Task<ImmutableArray<FoundTool>> FindAsync(string reason, CancellationToken cancellationToken)
    {
        var helms = await Task.WhenAll(
            from name in (string[])["helm", "helm3", "helm4"]
            from file in ThisMachine.FindAll(name)
            select DescribeAsync(file));
        return
        [
            First("helm 3", ToolLayout.Helm3, helms.Where(helm => helm.Version.StartsWith("3.", StringComparison.Ordinal))),
            First("helm 4", ToolLayout.Helm4, helms.Where(helm => helm.Version.StartsWith("4.", StringComparison.Ordinal))),
            First("kubectl", ToolLayout.Kubectl, await Task.WhenAll(ThisMachine.FindAll("kubectl").Take(1).Select(DescribeAsync))),
        ];

        async Task<(string File, string Version)> DescribeAsync(string file) => (file, await ToolVersion.AskAsync(file, cancellationToken));

        FoundTool First(string name, string place, IEnumerable<(string File, string Version)> candidates) =>
            candidates.Select(candidate => new FoundTool(place, candidate.Version, candidate.File)).FirstOrDefault()
            ?? throw new ToolRestoreException($"There is no {name} on the PATH. {reason}");
    }
}
