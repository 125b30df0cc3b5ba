using GitOps.Cake.Testing.Processes;

namespace GitOps.Cake.Testing.State;

/// <summary>One part of a control plane.</summary>
/// <param name="Name">The program's name.</param>
/// <param name="Port">The loopback port; the next start asks for it again, so that a kubeconfig stays good.</param>
/// <param name="Process">The process, where it was started to outlive its starter.</param>
internal sealed record ComponentState(string Name, int Port, ProcessIdentity? Process);
