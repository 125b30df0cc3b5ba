using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Build.Tools;

/// <summary>
/// A real Kubernetes control plane from Debian's packages alone: etcd as it is, the rest compiled from the source package with Debian's Go.
/// Takes about four minutes on two cores, once per user.
/// </summary>
internal sealed partial class DebianControlPlane : IToolRecipe
{
    private const string Version = "1.20.2";

    /// <summary>To be raised when what comes out changes.</summary>
    private const int Revision = 1;

    public string Key => $"control-plane-{Version}-{Revision}-linux-x64";

    public ImmutableArray<string> Tools => ToolLayout.ControlPlane;

    public long SpaceNeeded => 3L << 30;

    public string OtherWays => """
        Let KUBEBUILDER_ASSETS name a folder with etcd and kube-apiserver, for example from controller-runtime's setup-envtest:
          go run sigs.k8s.io/controller-runtime/tools/setup-envtest@latest use --print path
        """;

    public string? FindObstacle() => ThisMachine.FindObstacle("The control plane's programs") ?? AptArchive.FindObstacle();

    public async Task MakeAsync(string work, string destination, RestoreProgress progress, CancellationToken cancellationToken)
    {
        var apt = new AptArchive(Directory.CreateDirectory(Path.Combine(work, "apt")).FullName);
        var root = Path.Combine(work, "root");
        var workspace = Path.Combine(work, "go");
        var go = new GoToolchain(Path.Combine(root, "usr/lib/go-1.19"), workspace);
        var sources = new KubernetesSources(Path.Combine(workspace, "src/k8s.io/kubernetes"), go);

        progress.Step("control plane 1/7: reading the package lists");
        await apt.UpdateAsync(cancellationToken);
        progress.Step("control plane 2/7: fetching Go, etcd and the sources of Kubernetes (130 MB)");
        await apt.UnpackAsync(root, cancellationToken, "golang-1.19-go", "golang-1.19-src", "golang-github-modern-go-reflect2-dev", "etcd-server");
        var archive = await apt.FetchSourceAsync("kubernetes", cancellationToken);
        CheckVersion(archive);
        progress.Step("control plane 3/7: unpacking the sources");
        await sources.UnpackAsync(archive, root, cancellationToken);
        progress.Step("control plane 4/7: generating the API's description");
        await sources.GenerateOpenApiAsync(work, cancellationToken);
        progress.Step("control plane 5/7: compiling kube-apiserver");
        await sources.CompileAsync(destination, Version, cancellationToken, ToolLayout.ApiServer);
        progress.Step("control plane 6/7: compiling kube-controller-manager and kube-scheduler");
        await sources.CompileAsync(destination, Version, cancellationToken, ToolLayout.ControllerManager, ToolLayout.Scheduler);
        progress.Step("control plane 7/7: asking the programs for their versions");
        File.Copy(Path.Combine(root, "usr/bin/etcd"), Path.Combine(destination, ToolLayout.Etcd));
    }

    private static void CheckVersion(string archive)
    {
        if (Upstream().Match(Path.GetFileName(archive)) is not { Success: true } match || match.Groups[1].Value != Version)
        {
            throw new ToolRestoreException($"Debian's source package of Kubernetes is {Path.GetFileName(archive)}; {Version} was expected.");
        }
    }

    // Debian's way to go back to an older version: kubernetes_1.20.5+really1.20.2.orig.tar.gz
    [GeneratedRegex(@"^kubernetes_(?:.*\+really)?(\d+\.\d+\.\d+)\.orig\.tar\.")]
    private static partial Regex Upstream();
}
