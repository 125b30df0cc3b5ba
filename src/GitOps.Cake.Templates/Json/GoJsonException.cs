namespace GitOps.Cake.Templates.Json;

/// <summary>A text is no JSON.</summary>
/// <param name="offset">Where reading stopped.</param>
/// <param name="message">What is wrong, in the words of Go's reader.</param>
public sealed class GoJsonException(int offset, string message) : Exception(message)
{
    /// <summary>The place in the text at which reading stopped, in characters from 0.</summary>
    public int Offset { get; } = offset;
}
