namespace GitOps.Cake.Helmfile;

/// <summary>A log that nobody hears.</summary>
internal sealed class SilentRunLog : IRunLog
{
    public static SilentRunLog Instance { get; } = new();

    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }

    public void Verbose(string message)
    {
    }
}
