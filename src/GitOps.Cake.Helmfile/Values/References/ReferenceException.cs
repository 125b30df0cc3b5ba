namespace GitOps.Cake.Helmfile.Values.References;

/// <summary>A reference could not be resolved.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">The cause, if there is one.</param>
internal sealed class ReferenceException(string message, Exception? innerException = null) : GitOpsException(message, innerException!);
