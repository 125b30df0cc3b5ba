using Cake.Core.Diagnostics;

namespace GitOps.Cake.Hosting;

/// <summary>Tells a run's messages to Cake's log. Texts are handed over as they are: braces in them mean nothing.</summary>
internal sealed class CakeRunLog(ICakeLog log) : IRunLog
{
    public void Information(string message) => log.Write(Verbosity.Normal, LogLevel.Information, "{0}", message);

    public void Warning(string message) => log.Write(Verbosity.Minimal, LogLevel.Warning, "{0}", message);

    public void Verbose(string message) => log.Write(Verbosity.Verbose, LogLevel.Verbose, "{0}", message);
}
