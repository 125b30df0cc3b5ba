using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads calls that neither compare nor change releases.</summary>
internal static class PlainReader
{
    /// <param name="answer">What helmfile answered.</param>
    /// <param name="project">What is known beside it.</param>
    /// <param name="read">Reads the answer of a call that ended well.</param>
    /// <param name="readFailed">Reads the answer of a call that failed, where it is an answer all the same.</param>
    /// <exception cref="Tooling.UnreadableOutputException">The text is none of helmfile's, or was cut off.</exception>
    public static PlainReading<T> Read<T>(
        HelmfileAnswer answer, KnownProject project, Func<HelmfileLog, T> read, Func<HelmfileLog, HelmfileError, T?>? readFailed = null)
        where T : class
    {
        answer.RequireText();
        var end = EndReader.Read(answer, project);
        switch (end)
        {
            case CallEnd.Ok:
                return new(end, read(LogReader.Read(answer)), null);

            // None of these commands has an exit code for changes.
            case CallEnd.Failed or CallEnd.Changed:
                var log = LogReader.Read(answer);
                var error = ErrorReader.Read(answer, log, project);
                return new(CallEnd.Failed, readFailed?.Invoke(log, error), error);
            default:
                return new(end, null, null);
        }
    }
}
