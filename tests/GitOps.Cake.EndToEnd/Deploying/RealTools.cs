namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>The folder of real tools; a test that needs it is skipped without it, unless the run insists.</summary>
internal static class RealTools
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("GITOPS_TOOLS");

    public static string Helm(int major) => Path.Combine(Folder!, $"helm-{major}", "helm");

    public static string Kubectl => Path.Combine(Folder!, "kubectl");

    public static void Require()
    {
        if (Folder is not null && File.Exists(Helm(4)))
            return;

        const string Reason = "GITOPS_TOOLS names no folder with helm and a control plane; ./build.sh --target=Test makes one.";
        if (Environment.GetEnvironmentVariable("GITOPS_REQUIRE_TOOLS") == "1")
            throw new InvalidOperationException(Reason);

        Assert.Skip(Reason);
    }
}
