namespace GitOps.Cake.Conformance.Reporting;

/// <summary>Tells the results of a run as they come; the last line has the totals.</summary>
/// <param name="output">Where to.</param>
internal sealed class ConsoleReport(TextWriter output)
{
    private readonly Lock _lock = new();

    public void Add(CaseResult result)
    {
        if (result.Verdict == Verdict.Same)
            return;

        lock (_lock)
        {
            output.WriteLine($"{Word(result.Verdict)}  {result.Name}");
            foreach (var step in result.Steps.Where(step => step.Verdict != Verdict.Same))
            {
                foreach (var detail in step.Details)
                    output.WriteLine($"    {(step.Number > 0 ? $"step {step.Number}: " : "")}{Indented(detail)}");
            }
        }
    }

    public void Note(string line)
    {
        lock (_lock)
        {
            output.WriteLine(line);
        }
    }

    private static string Indented(string text) => text.ReplaceLineEndings($"{Environment.NewLine}        ");

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.NotRun => "not run",
        _ => verdict.ToString().ToLowerInvariant(),
    };
}
