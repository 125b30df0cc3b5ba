namespace GitOps.Cake.Templates;

/// <summary>A template function cannot give an answer. The template adds its place and the function's name.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="innerException">The cause; null when there is none.</param>
public sealed class TemplateFunctionException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What may help; null when there is nothing to add.</summary>
    public string? Hint { get; init; }
}
