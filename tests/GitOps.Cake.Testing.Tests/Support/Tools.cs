using GitOps.Cake.Testing.Binaries;

namespace GitOps.Cake.Testing.Tests.Support;

/// <summary>The rule for tests that need real programs: without them they skip, or fail where GITOPS_REQUIRE_TOOLS is 1.</summary>
internal static class Tools
{
    /// <summary>A busy machine may take longer than the default.</summary>
    public static LocalControlPlaneOptions Options { get; } = new() { StartTimeout = TimeSpan.FromMinutes(3) };

    public static ControlPlaneBinaries Require(LocalControlPlaneOptions options)
    {
        try
        {
            return BinarySearch.Find(options, Environment.GetEnvironmentVariable);
        }
        catch (LocalControlPlaneException problem) when (!AreRequired)
        {
            Assert.Skip(problem.Message);
            throw;
        }
    }

    public static string RequireKubectl()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Prepend(Environment.GetEnvironmentVariable("GITOPS_TOOLS") ?? "/nowhere");
        var kubectl = folders.Select(folder => Path.Combine(folder, "kubectl")).FirstOrDefault(File.Exists);
        if (kubectl is null && !AreRequired)
            Assert.Skip("kubectl is neither in GITOPS_TOOLS nor in PATH.");
        return kubectl.ShouldNotBeNull("kubectl is neither in GITOPS_TOOLS nor in PATH.");
    }

    private static bool AreRequired => Environment.GetEnvironmentVariable("GITOPS_REQUIRE_TOOLS") == "1";
}
