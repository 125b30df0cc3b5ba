using GitOps.Cake.Tooling;

namespace GitOps.Cake.GitHub;

/// <summary>A log that takes secrets out of what it is told.</summary>
internal sealed class RedactingRunLog(IRunLog log, Redactor redactor) : IRunLog
{
    public void Information(string message) => log.Information(redactor.Redact(message));

    public void Warning(string message) => log.Warning(redactor.Redact(message));

    public void Verbose(string message) => log.Verbose(redactor.Redact(message));
}
