namespace GitOps.Cake.Testing;

/// <summary>A local control plane could not be started, reached or stopped; the message says which part, shows the end of its log and says what to do.</summary>
public sealed class LocalControlPlaneException : GitOpsException
{
    internal LocalControlPlaneException(string message, string? component = null)
        : base(message) => Component = component;

    internal LocalControlPlaneException(string message, Exception cause, string? component = null)
        : base(message, cause) => Component = component;

    /// <summary>The part that failed, such as <c>kube-apiserver</c>; null where no single part did.</summary>
    public string? Component { get; }
}
