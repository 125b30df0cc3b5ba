namespace GitOps.Cake.Testing.GitHub;

/// <summary>A request, or an answer of the fake, is not as GitHub's description of its API says.</summary>
/// <param name="message">What is wrong, and where.</param>
public sealed class DescriptionViolationException(string message) : Exception(message);
