namespace GitOps.Cake.Tests;

/// <summary>What a run told.</summary>
internal sealed class RecordedLog : IRunLog
{
    public List<string> Lines { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>Hears every line as it comes.</summary>
    public Action<string> Heard { get; set; } = _ => { };

    public void Information(string message)
    {
        Add(Lines, message);
        Heard(message);
    }

    public void Warning(string message) => Add(Warnings, message);

    public void Verbose(string message) => Add(Lines, message);

    private static void Add(List<string> list, string message)
    {
        lock (list)
        {
            list.Add(message);
        }
    }
}
