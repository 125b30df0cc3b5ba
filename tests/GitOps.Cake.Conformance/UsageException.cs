namespace GitOps.Cake.Conformance;

/// <summary>A run that cannot begin.</summary>
internal sealed class UsageException(string message) : Exception(message);
