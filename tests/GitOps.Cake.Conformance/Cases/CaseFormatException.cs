namespace GitOps.Cake.Conformance.Cases;

/// <summary>A case that cannot be read.</summary>
internal sealed class CaseFormatException(string message, Exception? cause = null) : Exception(message, cause);
