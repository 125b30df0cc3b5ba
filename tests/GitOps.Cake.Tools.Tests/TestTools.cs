using GitOps.Cake.Helm;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests;

/// <summary>The real tools of a test: in the folder that <c>GITOPS_TOOLS</c> names, else on the <c>PATH</c>.</summary>
internal static class TestTools
{
    public static async Task<HelmProgram> HelmAsync(int major)
    {
        var path = InFolder($"helm-{major}/helm") ?? ProgramPath.OnPath("helm");
        if (path is not null)
        {
            var helm = await HelmProgram.FindAsync(new(workspace: null), new ToolRunner(), path, TestContext.Current.CancellationToken);
            if (helm.Version.Major == major)
                return helm;
        }

        throw Missing($"helm {major}");
    }

    public static string Kubectl() => InFolder("kubectl") ?? ProgramPath.OnPath("kubectl") ?? throw Missing("kubectl");

    /// <summary>Skips the test, or fails it where every test has to run.</summary>
    public static Exception Missing(string what)
    {
        var reason = $"{what} is neither in the folder that GITOPS_TOOLS names nor on the PATH.";
        if (Environment.GetEnvironmentVariable("GITOPS_REQUIRE_TOOLS") != "1")
            Assert.Skip(reason);

        return new InvalidOperationException(reason);
    }

    private static string? InFolder(string path) =>
        Environment.GetEnvironmentVariable("GITOPS_TOOLS") is { Length: > 0 } folder && Path.Combine(folder, path) is var candidate
            && ProgramPath.IsExecutable(candidate) ? candidate : null;
}
