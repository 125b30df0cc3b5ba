namespace GitOps.Cake.Conformance.Engine;

/// <summary>A command line that helmfile does not take: exit code 3.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
