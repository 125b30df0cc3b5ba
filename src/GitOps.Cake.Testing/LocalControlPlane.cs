using GitOps.Cake.Testing.Starting;
using k8s;

namespace GitOps.Cake.Testing;

/// <summary>
/// A real Kubernetes API on loopback for tests and sandboxes: etcd and kube-apiserver, on request kube-controller-manager and
/// kube-scheduler. There are no nodes, so no container runs. Starting takes some seconds: share one among tests and give each
/// test a namespace of its own. Works on Linux and macOS with Kubernetes 1.20 or later.
/// </summary>
/// <example>
/// <code>
/// await using var cluster = await LocalControlPlane.StartAsync();
/// using var client = cluster.CreateClient();
/// await client.CoreV1.ListNamespaceAsync();
/// </code>
/// </example>
public sealed class LocalControlPlane : IAsyncDisposable
{
    private readonly ControlPlaneAccess _access;
    private IAsyncDisposable? _owned;

    /// <param name="access">How to reach the control plane.</param>
    /// <param name="owned">What ends with this object; null for a control plane that outlives it.</param>
    internal LocalControlPlane(ControlPlaneAccess access, IAsyncDisposable? owned) => (_access, _owned) = (access, owned);

    /// <summary>The folder with data, certificates, kubeconfigs and <c>logs/</c>.</summary>
    public string Folder => _access.Folder;

    /// <summary>The file with <see cref="KubeConfig"/>; only its owner can read it.</summary>
    public string KubeConfigPath => _access.KubeConfigPath;

    /// <summary>The kubeconfig of an administrator of this cluster, with one context.</summary>
    public string KubeConfig => _access.KubeConfig;

    /// <summary>The name of the context in the kubeconfig.</summary>
    public string Context => _access.Context;

    /// <summary>The address of the API.</summary>
    public Uri Server => _access.Server;

    /// <summary>The version of kube-apiserver, such as <c>v1.20.2</c>.</summary>
    public string Version => _access.Version;

    /// <summary>
    /// Starts a control plane that ends when the object is disposed, and with this process in whatever way that ends: its parts
    /// are watched over by small shells that notice when the process is gone.
    /// </summary>
    /// <param name="options">What to run; the defaults where null.</param>
    /// <param name="cancellationToken">Gives up the start; nothing is left running then.</param>
    /// <returns>A control plane that is ready: with its first namespaces and, with a controller manager, the default service account.</returns>
    /// <exception cref="LocalControlPlaneException">A program is missing, ended, or was not ready in time.</exception>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    public static Task<LocalControlPlane> StartAsync(
        LocalControlPlaneOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows())
            throw NotOnWindows();
        return OwnedControlPlane.StartAsync(Checked(options), cancellationToken);
    }

    /// <summary>
    /// Gives the control plane of a folder, which outlives this process: the one that runs already, if it is healthy and runs
    /// what the options ask for; else it is started, on the folder's data if there are any. Callers of several processes wait
    /// for one another.
    /// </summary>
    /// <param name="folder">The folder for data, certificates, kubeconfigs and logs; made where missing.</param>
    /// <param name="options">What to run; the defaults where null. Its <see cref="LocalControlPlaneOptions.Folder"/> stays null.</param>
    /// <param name="cancellationToken">Gives up the start; nothing that this call started is left running then.</param>
    /// <returns>A control plane that is ready. Disposing it does not end it: <see cref="StopDetachedAsync"/> does.</returns>
    /// <exception cref="LocalControlPlaneException">A program is missing, ended, or was not ready in time.</exception>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    public static Task<LocalControlPlane> AttachOrStartDetachedAsync(
        string folder, LocalControlPlaneOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (OperatingSystem.IsWindows())
            throw NotOnWindows();
        var wanted = Checked(options);
        if (wanted.Folder is not null)
            throw new ArgumentException("The folder is named twice: leave LocalControlPlaneOptions.Folder null here.", nameof(options));
        return DetachedControlPlane.AttachOrStartAsync(folder, wanted, cancellationToken);
    }

    /// <summary>
    /// Ends the control plane that <see cref="AttachOrStartDetachedAsync"/> started in a folder: exactly its processes, told from
    /// others by id and start time. The folder and its data stay.
    /// </summary>
    /// <param name="folder">The folder of the control plane.</param>
    /// <param name="cancellationToken">Gives up waiting for another process that works on the folder.</param>
    /// <returns>Whether anything ran.</returns>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    public static Task<bool> StopDetachedAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (OperatingSystem.IsWindows())
            throw NotOnWindows();
        return DetachedControlPlane.StopAsync(folder, cancellationToken);
    }

    /// <summary>Whether the API answers that it is ready.</summary>
    /// <param name="cancellationToken">Gives up asking.</param>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken = default) => _access.IsReadyAsync(cancellationToken);

    /// <summary>A client with all rights; the caller disposes it.</summary>
    public Kubernetes CreateClient() => _access.CreateClient();

    /// <summary>Ends the control plane if this object started it for itself, and removes its folder if that was a temporary one.</summary>
    public async ValueTask DisposeAsync()
    {
        _access.Dispose();
        if (Interlocked.Exchange(ref _owned, null) is { } owned)
            await owned.DisposeAsync().ConfigureAwait(false);
    }

    private static LocalControlPlaneOptions Checked(LocalControlPlaneOptions? options)
    {
        options ??= new();
        options.Validate();
        return options;
    }

    private static PlatformNotSupportedException NotOnWindows() => new(
        "A local control plane needs Linux or macOS: kube-apiserver is not built for Windows. Use WSL, or a cluster of your kubeconfig.");
}
