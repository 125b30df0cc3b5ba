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

    /// <summary>Tells who holds the lock: the lock file itself can be read by nobody else while it is held.</summary>
    public string LockHolderFile => Path.Combine(Root, "control-plane.holder");

    public string Log(string component) => Path.Combine(Root, "logs", $"{component}.log");

    public static StateFolder CreateTemporary() => new(Directory.CreateTempSubdirectory(TemporaryPrefix).FullName);

    /// <summary>Takes a folder that is missing, empty or a control plane's already; any other stays as it is.</summary>
    public static StateFolder Open(string path)
    {
        var folder = new StateFolder(Path.GetFullPath(path));
        // In this order: whoever fills the folder at this moment has made the lock file first.
        if (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any() && !File.Exists(folder.LockFile))
        {
            throw new LocalControlPlaneException(
                $"""
                The folder for the control plane's state holds other files.
                  @ {folder.Root}
                Name a folder that is empty or does not exist yet.
                """);
        }

        PrivateFiles.CreateFolder(folder.Root);
        return folder;
    }

    /// <summary>Makes the folders inside; only for the owner of the folder.</summary>
    public void CreateParts()
    {
        PrivateFiles.CreateFolder(EtcdData);
        PrivateFiles.CreateFolder(Path.GetDirectoryName(Log("any"))!);
    }
}
