using System.Runtime.Versioning;

namespace GitOps.Cake.Testing.State;

/// <summary>Where a control plane keeps its files.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed record StateFolder(string Root)
{
    private const string TemporaryPrefix = "gitops-control-plane-";

    public string Certificates => Path.Combine(Root, "pki");

    public string EtcdData => Path.Combine(Root, "etcd");

    public string KubeConfig => Path.Combine(Root, "kubeconfig");

    public string ControllerManagerKubeConfig => Path.Combine(Root, "controller-manager.kubeconfig");

    public string SchedulerKubeConfig => Path.Combine(Root, "scheduler.kubeconfig");

    public string VolumePlugins => Path.Combine(Root, "volume-plugins");

    public string StateFile => Path.Combine(Root, "control-plane.json");

    public string LockFile => Path.Combine(Root, "control-plane.lock");

    public string Log(string component) => Path.Combine(Root, "logs", $"{component}.log");

    public static StateFolder CreateTemporary()
    {
        var folder = new StateFolder(Directory.CreateTempSubdirectory(TemporaryPrefix).FullName);
        folder.CreateParts();
        return folder;
    }

    /// <summary>Takes a folder that is missing, empty or a control plane's already; any other stays as it is.</summary>
    public static StateFolder Open(string path)
    {
        var folder = new StateFolder(Path.GetFullPath(path));
        if (Directory.Exists(folder.Root) && !File.Exists(folder.LockFile) && Directory.EnumerateFileSystemEntries(folder.Root).Any())
        {
            throw new LocalControlPlaneException(
                $"""
                The folder for the control plane's state holds other files.
                  @ {folder.Root}
                Name a folder that is empty or does not exist yet.
                """);
        }

        PrivateFiles.CreateFolder(folder.Root);
        folder.CreateParts();
        return folder;
    }

    private void CreateParts()
    {
        PrivateFiles.CreateFolder(EtcdData);
        PrivateFiles.CreateFolder(Path.GetDirectoryName(Log("any"))!);
    }
}
