namespace GitOps.Cake;

/// <summary>
/// A failure told to a person: the message says what happened, where, and what to do next.
/// A build shows nothing else of it, so it has to be enough.
/// </summary>
public class GitOpsException : Exception
{
    /// <summary>A failure with its whole message.</summary>
    /// <param name="message">What happened, where, and what to do next.</param>
    public GitOpsException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its whole message and its cause.</summary>
    /// <param name="message">What happened, where, and what to do next.</param>
    /// <param name="innerException">The cause; shown at diagnostic verbosity only.</param>
    public GitOpsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether something was asked for that this library does not do, and says so by name, where helmfile would do it. Everything else is a
    /// failure or a mistake.
    /// </summary>
    public bool IsRefusal { get; init; }
}
