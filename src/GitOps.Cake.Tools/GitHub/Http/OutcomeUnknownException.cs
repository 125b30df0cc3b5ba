namespace GitOps.Cake.GitHub.Http;

/// <summary>A write got no proper answer: it may have been carried out, so it is not sent again before somebody looked.</summary>
internal sealed class OutcomeUnknownException(string message, Exception? innerException) : GitOpsException(message, innerException!);
