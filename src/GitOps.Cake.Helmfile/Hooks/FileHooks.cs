using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Hooks;

/// <summary>The hooks of one state file and its releases while one command works on them.</summary>
/// <remarks>
/// Hooks of the file enclose everything: <see cref="PrepareAsync"/> comes before charts and values are read, because hooks may
/// make them, and <see cref="EndAsync"/> after all else.
/// </remarks>
internal sealed class FileHooks
{
    private readonly LoadedHelmfile _helmfile;
    private readonly string _command;
    private readonly IRunLog _log;
    private readonly HookRunner? _runner;
    private readonly bool _prepares;

    /// <param name="helmfile">The file.</param>
    /// <param name="command">What runs, as hooks hear it: <c>apply</c>, <c>diff</c>, <c>template</c>, ...</param>
    /// <param name="ports">The outside world.</param>
    /// <param name="prepares">Whether the hooks that enclose everything run: those that come before all else, and the file's last ones.</param>
    public FileHooks(LoadedHelmfile helmfile, string command, EnginePorts ports, bool prepares = true)
    {
        (_helmfile, _command, _log, _prepares) = (helmfile, command, ports.Log, prepares);
        _runner = helmfile.State is { } state ? new(state, ports.Commands, ports.Log) : null;
    }

    /// <summary>Whether the file or one of its releases has hooks.</summary>
    public bool Any => _runner is not null && (!_helmfile.Hooks.IsEmpty || _helmfile.Releases.Any(release => !release.Hooks.IsEmpty));

    /// <summary>Runs what comes first: the hooks of the file, then those of the releases that are wanted, side by side.</summary>
    /// <param name="releases">The releases that the command works on, in order. Those that are not wanted have nothing to prepare.</param>
    /// <param name="concurrency">How many hooks run at once.</param>
    /// <param name="cancellationToken">Interrupts the hooks.</param>
    /// <exception cref="StateFileException">Hooks failed; all that did are told.</exception>
    public async Task PrepareAsync(IEnumerable<Release> releases, int? concurrency, CancellationToken cancellationToken)
    {
        if (!Any || !_prepares)
            return;

        await RunAsync(null, HookEvents.Prepare, _command, null, cancellationToken).ConfigureAwait(false);
        var problems = new StateProblems();
        using var bound = new SemaphoreSlim(HelmBound.ForChanges(concurrency));
        await Task.WhenAll(releases.Where(release => release.Installed).Select(PrepareOneAsync)).ConfigureAwait(false);
        problems.ThrowIfAny();

        async Task PrepareOneAsync(Release release)
        {
            await bound.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await RunAsync(release, HookEvents.Prepare, _command, null, cancellationToken).ConfigureAwait(false);
            }
            catch (StateFileException exception)
            {
                lock (problems)
                {
                    problems.AddRange(exception.Problems);
                }
            }
            finally
            {
                bound.Release();
            }
        }
    }

    /// <summary>Runs hooks of a release.</summary>
    /// <param name="release">The release; null for hooks of the file.</param>
    /// <param name="happened">The event.</param>
    /// <param name="command">The command that the hooks hear.</param>
    /// <param name="error">What went wrong before, for hooks that run after a failure.</param>
    /// <param name="cancellationToken">Interrupts the hooks.</param>
    /// <exception cref="StateFileException">A hook failed.</exception>
    public Task RunAsync(Release? release, string happened, string command, string? error, CancellationToken cancellationToken) =>
        _runner?.RunAsync(release?.Hooks ?? _helmfile.Hooks, release, new(happened, command, error), cancellationToken) ?? Task.CompletedTask;

    /// <summary>Cleans up after a release. A failure is a warning: the work itself is done.</summary>
    /// <param name="release">The release.</param>
    /// <param name="command">The command that the hooks hear; the one that runs where null.</param>
    /// <param name="cancellationToken">Interrupts the hooks.</param>
    public async Task CleanupAsync(Release release, string? command, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(release, HookEvents.Cleanup, command ?? _command, null, cancellationToken).ConfigureAwait(false);
        }
        catch (StateFileException exception)
        {
            _log.Warning(exception.Message);
        }
    }

    /// <summary>Runs what comes last: the cleanup hooks of the file.</summary>
    /// <param name="error">What went wrong before.</param>
    /// <param name="cancellationToken">Interrupts the hooks.</param>
    /// <exception cref="StateFileException">A hook failed.</exception>
    public Task EndAsync(string? error, CancellationToken cancellationToken) => _prepares
        ? RunAsync(null, HookEvents.Cleanup, _command, error, cancellationToken)
        : Task.CompletedTask;
}
