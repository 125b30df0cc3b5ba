using Cake.Core;
using GitOps.Cake;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Testing;

namespace Build;

/// <summary>This repository's build: its paths, and the cluster that the demo goes to.</summary>
public sealed class BuildContext(ICakeContext cake, GitOpsSession session) : GitOpsContext(cake, session)
{
    public string Root { get; } = FindRoot();

    public string Solution => Path.Combine(Root, "GitOps.Cake.sln");

    public string BuildConfiguration => Argument("configuration", "Release");

    public string Artifacts => Path.Combine(Root, ".artifacts");

    public string Packages => Path.Combine(Artifacts, "packages");

    public string ToolFolder => Path.Combine(Root, ".tools");

    public string SandboxFolder => Path.Combine(Root, ".sandbox");

    /// <summary>The running sandbox; null until the task that starts it ran, and where another cluster is named.</summary>
    public LocalControlPlane? Sandbox { get; set; }

    /// <summary>Whether no cluster is named, so that the sandbox, which is named by itself, takes its place.</summary>
    public bool UsesSandbox => Helmfile is { KubeContext: null, UseCurrentContext: false };

    /// <summary>The demo: what the command line says, on the demo's file.</summary>
    public HelmfileScope Demo
    {
        get
        {
            var scope = Helmfile with { File = Path.Combine(Root, "build", "deploy", "helmfile.yaml") };
            return Sandbox is null ? scope : scope with { KubeConfig = Sandbox.KubeConfigPath, KubeContext = Sandbox.Context };
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GitOps.Cake.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is in no checkout of this repository.");
    }
}
