namespace GitOps.Cake.Helmfile.Hooks;

/// <summary>Files whose first hooks ran and whose last ones did not yet: they run also where something fails in between.</summary>
internal sealed class OpenHooks(IRunLog log)
{
    private readonly List<FileHooks> _open = [];

    public void Add(FileHooks hooks) => _open.Add(hooks);

    public void Remove(FileHooks hooks) => _open.Remove(hooks);

    /// <summary>Runs the last hooks of all of them. What fails then is a warning beside the reason that led here.</summary>
    public async Task EndAsync(string? error, CancellationToken cancellationToken)
    {
        foreach (var hooks in _open)
        {
            try
            {
                await hooks.EndAsync(error, cancellationToken).ConfigureAwait(false);
            }
            catch (GitOpsException exception)
            {
                log.Warning(exception.Message);
            }
        }
    }
}
