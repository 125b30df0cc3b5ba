using System.Collections.Immutable;

namespace GitOps.Cake.Testing;

/// <summary>What a <see cref="LocalControlPlane"/> runs, from which binaries, and where it keeps its state.</summary>
public sealed record LocalControlPlaneOptions
{
    /// <summary>
    /// The folder that holds <c>etcd</c>, <c>kube-apiserver</c> and, where asked for, <c>kube-controller-manager</c> and
    /// <c>kube-scheduler</c>. Nothing else is looked at where this is set.
    /// </summary>
    /// <value>
    /// By default the first of these that holds all of them: the folder in the environment variable <c>KUBEBUILDER_ASSETS</c>
    /// (what <c>setup-envtest use -p path</c> prints), the folder in <c>GITOPS_TOOLS</c>, the folders of <c>PATH</c>.
    /// </value>
    public string? Binaries { get; init; }

    /// <summary>The folder for data, certificates, kubeconfigs and logs. It is made where missing, for its owner alone.</summary>
    /// <value>By default a temporary folder that goes when the control plane stops. A folder given here stays, and the next start goes on with its data.</value>
    public string? Folder { get; init; }

    /// <summary>
    /// Whether to run kube-controller-manager: with it Deployments make Pods, namespaces get their default service account and
    /// can be deleted. The binary is not among those that <c>setup-envtest</c> downloads.
    /// </summary>
    /// <value>Off by default. Without it the admission plugin ServiceAccount is off too, or no Pod could be created.</value>
    public bool ControllerManager { get; init; }

    /// <summary>Whether to run kube-scheduler. The binary is not among those that <c>setup-envtest</c> downloads.</summary>
    /// <value>Off by default.</value>
    public bool Scheduler { get; init; }

    /// <summary>The name of the context, and of the cluster, in the kubeconfig: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</summary>
    /// <value><c>local</c> by default.</value>
    public string Context { get; init; } = "local";

    /// <summary>More flags for kube-apiserver, such as <c>--feature-gates=…</c>; a flag given here wins over the built-in one.</summary>
    /// <value>None by default.</value>
    public ImmutableArray<string> ApiServerArguments { get; init; } = [];

    /// <summary>How long the whole start may take. A part that ends is noticed at once: this is for one that hangs, or a crowded machine.</summary>
    /// <value>2 minutes by default; an idle machine with two cores needs 6 to 9 seconds.</value>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a process that was asked to end may take before it is killed.</summary>
    /// <value>10 seconds by default; kube-apiserver needs about one.</value>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    internal void Validate()
    {
        if (Context.Length == 0 || !Context.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            throw new ArgumentException($"The context name \"{Context}\" has to be made of letters, digits, '.', '_' and '-'.");
        if (StartTimeout <= TimeSpan.Zero || StopTimeout <= TimeSpan.Zero)
            throw new ArgumentException("StartTimeout and StopTimeout have to be positive.");
    }
}
