namespace GitOps.Cake.Testing.Starting;

/// <summary>A control plane that is ready.</summary>
/// <param name="Version">The version of kube-apiserver, such as <c>v1.20.2</c>.</param>
/// <param name="Server">The address of its API.</param>
/// <param name="Components">Its parts.</param>
internal sealed record StartedControlPlane(string Version, Uri Server, IReadOnlyCollection<RunningComponent> Components);
