using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Engine;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Helmfile.Cli.Reading;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli;

/// <summary>The engine that drives the real helmfile: settings become a command line, texts become values.</summary>
internal sealed partial class CliEngine(CliWorld world) : IHelmfileEngine
{
    private Task<CliSession> OpenAsync(HelmfileScope scope, CancellationToken cancellationToken, bool compares = false, bool changes = false) =>
        CliSession.OpenAsync(world, scope, compares, changes, cancellationToken);

    /// <summary>Runs a command that neither compares nor changes releases, and reads its answer.</summary>
    /// <param name="scope">What is worked on.</param>
    /// <param name="line">The command line, for the scope with everything that helmfile has to be told.</param>
    /// <param name="purpose">What the call is to do.</param>
    /// <param name="read">Reads the answer of a call that ended well.</param>
    /// <param name="nothing">The answer where nothing is chosen, and that is allowed.</param>
    /// <param name="cancellationToken">Interrupts helmfile.</param>
    /// <param name="readFailed">Reads the answer of a call that failed, where it is an answer all the same.</param>
    private async Task<T> AskAsync<T>(
        HelmfileScope scope,
        Func<HelmfileScope, IEnumerable<Argument>> line,
        string purpose,
        Func<HelmfileAnswer, HelmfileLog, KnownProject, T> read,
        T nothing,
        CancellationToken cancellationToken,
        Func<HelmfileAnswer, HelmfileLog, KnownProject, HelmfileError, T?>? readFailed = null)
        where T : class
    {
        var session = await OpenAsync(scope, cancellationToken).ConfigureAwait(false);
        var project = await session.ReadProjectAsync(cancellationToken).ConfigureAwait(false);
        var answer = await session.RunAsync(line(session.Scope), purpose, cancellationToken).ConfigureAwait(false);
        var reading = PlainReader.Read(
            answer,
            project,
            log => read(answer, log, project),
            readFailed is null ? null : (log, error) => readFailed(answer, log, project, error));
        if (reading.Value is { } value)
            return value;

        CallFailure.ThrowIf(reading.End, answer, reading.Error, scope);
        return nothing;
    }
}
