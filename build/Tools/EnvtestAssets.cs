using System.Collections.Immutable;

namespace Build.Tools;

/// <summary>The control plane of controller-runtime's envtest, where <c>KUBEBUILDER_ASSETS</c> says that it is.</summary>
internal static class EnvtestAssets
{
    /// <exception cref="ToolRestoreException">etcd or kube-apiserver is missing.</exception>
    public static async Task<ImmutableArray<FoundTool>> FindAsync(string folder, RestoreProgress progress, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<FoundTool>();
        foreach (var place in ToolLayout.ControlPlane)
        {
            var file = Path.GetFullPath(Path.Combine(folder, place));
            if (File.Exists(file))
            {
                found.Add(new FoundTool(place, await ToolVersion.AskAsync(file, cancellationToken), file));
            }
            else if (place is ToolLayout.Etcd or ToolLayout.ApiServer)
            {
                throw new ToolRestoreException($"KUBEBUILDER_ASSETS is {folder}, and there is no {place} in it. Correct or unset it.");
            }
            else
            {
                // Not taken from elsewhere: a controller manager of another version than the server's is no test of anything.
                progress.Step($"{place} is not in KUBEBUILDER_ASSETS ({folder}), so there is none");
            }
        }

        return found.ToImmutable();
    }
}
