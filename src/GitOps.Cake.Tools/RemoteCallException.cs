using System.Net;

namespace GitOps.Cake;

/// <summary>A cluster or GitHub cannot be reached, or refuses.</summary>
public sealed class RemoteCallException : GitOpsException
{
    internal RemoteCallException(HttpStatusCode status, string message, Exception? innerException = null)
        : base(message, innerException!) => Status = status;

    internal RemoteCallException(string message, Exception? innerException)
        : base(message, innerException!)
    {
    }

    /// <summary>The status of the answer; null where there was none.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Whether the token lacks a permission, which no other attempt would change.</summary>
    internal bool IsMissingPermission { get; init; }

    /// <summary>What GitHub itself says.</summary>
    internal string Reason { get; init; } = "";
}
