using System.Collections.Immutable;

namespace GitOps.Cake.Cluster;

/// <summary>Which kubeconfig files count, as for kubectl and helm.</summary>
internal static class KubeConfigFiles
{
    /// <summary>
    /// Reads the file that is named, else those of <c>KUBECONFIG</c> (files of that list which are not there are left out), else
    /// <c>~/.kube/config</c>.
    /// </summary>
    /// <param name="file">The file that a setting or option names.</param>
    /// <returns>The merged content; without any file it holds no context.</returns>
    /// <exception cref="GitOpsException">A named file is not there, or one cannot be read.</exception>
    public static KubeConfig Read(string? file)
    {
        if (file is not null)
        {
            return File.Exists(file) ? KubeConfigReader.Read(file) : throw new GitOpsException($"""
                The kubeconfig {file} does not exist.
                Correct the scope's KubeConfig (--kubeconfig), or leave it out to use KUBECONFIG or ~/.kube/config.
                """);
        }

        return Default().Where(File.Exists).Select(KubeConfigReader.Read).Aggregate(new KubeConfig(), (merged, later) => merged.Merge(later));
    }

    public static ImmutableArray<string> Default() =>
        Environment.GetEnvironmentVariable("KUBECONFIG") is { Length: > 0 } list
            ? [.. list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]
            : [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config")];
}
