namespace GitOps.Cake.Benchmarks;

/// <summary>The programs that generated projects are measured with.</summary>
internal static class BenchmarkTools
{
    /// <summary>Helm 4, from the folder of tools that <c>GITOPS_TOOLS</c> names.</summary>
    public static string Helm => Path.Combine(
        Environment.GetEnvironmentVariable("GITOPS_TOOLS")
            ?? throw new InvalidOperationException("GITOPS_TOOLS names no folder of tools; ./build.sh --target=RestoreTools makes .tools."),
        "helm-4",
        "helm");
}
