namespace GitOps.Cake.Conformance.Engine;

/// <summary>A command or flag of helmfile's that no setting of the engine stands for.</summary>
internal sealed class RefusedFlagException(string message) : Exception(message);
