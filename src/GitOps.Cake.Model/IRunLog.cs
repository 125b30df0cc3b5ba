namespace GitOps.Cake;

/// <summary>What a run tells while it works: to a Cake log, a terminal, a test. Nothing secret is ever handed in.</summary>
public interface IRunLog
{
    /// <summary>Something a person wants to see in every run.</summary>
    /// <param name="message">A full sentence or a line of progress.</param>
    void Information(string message);

    /// <summary>Something that may be a mistake and does not stop the run.</summary>
    /// <param name="message">A full sentence that says what to do about it.</param>
    void Warning(string message);

    /// <summary>Something that helps to understand a run: commands, timings, decisions.</summary>
    /// <param name="message">A line.</param>
    void Verbose(string message);
}
