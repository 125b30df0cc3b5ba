namespace GitOps.Cake.Conformance.Tests;

/// <summary>The real tools of a test, in the folder that <c>GITOPS_TOOLS</c> names.</summary>
internal static class TestTools
{
    public static string Helm(int major) => Path($"helm-{major}/helm") ?? throw Missing($"helm {major}");

    public static string Kubectl() => Path("kubectl") ?? throw Missing("kubectl");

    /// <summary>Skips the test where no control plane can be started.</summary>
    public static void NeedControlPlane()
    {
        foreach (var program in new[] { "etcd", "kube-apiserver", "kube-controller-manager" })
            _ = Path(program) ?? throw Missing(program);
    }

    /// <summary>Skips the test, or fails it where every test has to run.</summary>
    private static InvalidOperationException Missing(string what)
    {
        var reason = $"{what} is not in the folder that GITOPS_TOOLS names.";
        if (Environment.GetEnvironmentVariable("GITOPS_REQUIRE_TOOLS") != "1")
            Assert.Skip(reason);
        return new(reason);
    }

    private static string? Path(string name) =>
        Environment.GetEnvironmentVariable("GITOPS_TOOLS") is { Length: > 0 } folder && System.IO.Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;
}
