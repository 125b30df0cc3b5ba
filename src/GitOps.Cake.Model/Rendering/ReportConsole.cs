using GitOps.Cake.Reports;

namespace GitOps.Cake.Rendering;

/// <summary>A report for a console.</summary>
internal sealed class ReportConsole(ApplyReport report, ConsoleStyle style)
{
    private readonly ConsoleCanvas _canvas = new(style);

    public string Render()
    {
        foreach (var release in report.Releases.Where(release => release.IsFailure))
        {
            _canvas.Line(0, new Piece($"{release.Release}: {ReportWords.Outcome(release.Outcome)}", ReportWords.ToneOf(release)));
            if (release.Reason is { Length: > 0 } reason)
            {
                _canvas.Paragraph(2, reason);
            }

            _canvas.Blank();
        }

        foreach (var error in report.Errors)
        {
            _canvas.Paragraph(0, error);
            _canvas.Blank();
        }

        if (!report.Releases.IsEmpty)
        {
            _canvas.Table(["RELEASE", "OUTCOME", "REVISION", "DURATION", "REASON"], report.Releases.Select(Row));
            _canvas.Blank();
        }

        Foot();
        return _canvas.ToString();
    }

    private void Foot()
    {
        if (report.Interrupted)
        {
            _canvas.Line(0, new Piece(ReportWords.Interrupted, Tone.Remove));
        }

        if (report.DryRun)
        {
            _canvas.Line(0, ReportWords.DryRun);
        }

        _canvas.Line(0, new Piece(ReportWords.Totals(report), report.Succeeded ? Tone.Add : Tone.Remove));
        _canvas.Line(0, new Piece($"Digest of the plan: {report.Plan.Digest}", Tone.Faint));
    }

    private static Piece[] Row(ReleaseOutcome release) =>
    [
        release.Release.ToString(),
        new(ReportWords.Outcome(release.Outcome), ReportWords.ToneOf(release)),
        ReportWords.Revision(release),
        ReportWords.Duration(release),
        ReportWords.Remark(release),
    ];
}
