using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>A plan for a console. What matters most stands last, where a terminal shows it.</summary>
internal sealed class PlanConsole(Plan plan, ConsoleStyle style)
{
    private readonly ConsoleCanvas _canvas = new(style);

    public string Render()
    {
        Head();
        Releases();
        foreach (var release in plan.Releases.Where(release => !PlanWords.IsQuiet(release)))
        {
            Section(release);
        }

        Foot();
        return _canvas.ToString();
    }

    private void Head()
    {
        var environment = plan.Scope.EndsWith($":{plan.Environment}", StringComparison.Ordinal) ? "" : $", environment {plan.Environment}";
        var context = plan.Origin.KubeContext is { Length: > 0 } name ? $", context {name}" : "";
        _canvas.Line(0, new Piece($"Plan of {plan.Scope}{environment}{context}", Tone.Strong));
        _canvas.Blank();
    }

    private void Releases()
    {
        var told = plan.Releases.Where(release => !PlanWords.IsQuiet(release)).Select(Row).ToList();
        if (told.Count > 0)
        {
            _canvas.Table(["  RELEASE", "ACTION", "CHART", "REASON"], told);
        }

        foreach (var quiet in plan.Releases.Where(PlanWords.IsQuiet).GroupBy(PlanWords.Reason))
        {
            var names = string.Join(", ", quiet.Select(release => release.Release));
            _canvas.Line(2, new Piece($"{quiet.Key}: {names}", Tone.Faint));
        }

        if (!plan.Releases.IsEmpty)
        {
            _canvas.Blank();
        }
    }

    private void Section(PlannedRelease release)
    {
        if (release is { Resources.IsEmpty: true, Detail: null, Error: null, Comparison: not Comparison.Suppressed })
        {
            return;
        }

        var (mark, tone) = ChangeMark.Of(release.Action);
        _canvas.Line(0, new Piece($"{mark} {release.Release}", tone));
        Paragraph(release.Detail);
        Paragraph(release.Error);
        var names = new ResourceNames(release);
        foreach (var change in style.Diffs ? release.Resources : FoldedChanges.Told(release))
        {
            Resource(change, names.Of(change));
        }

        if (!style.Diffs && FoldedChanges.Line(release) is { } folded)
        {
            _canvas.Line(2, new Piece($"~ {folded}", Tone.Faint));
        }

        if (release.Comparison == Comparison.Suppressed)
        {
            _canvas.Line(2, new Piece("The state file asks not to show the content.", Tone.Faint));
        }

        _canvas.Blank();
    }

    private void Resource(ResourceChange change, string name)
    {
        var (mark, tone) = ChangeMark.Of(change.Change);
        var remark = ResourceWords.Remark(change, folds: !style.Diffs) is { Length: > 0 } words ? $" ({words})" : "";
        _canvas.Line(2, new Piece($"{mark} {name}", tone), new(remark, Tone.Faint));
        foreach (var field in style.Diffs ? change.Fields : FoldedChanges.Told(change))
        {
            var (fieldMark, fieldTone) = ChangeMark.Of(field);
            _canvas.Line(6, new Piece(fieldMark, fieldTone), $" {FieldWords.Of(field)}");
        }

        if (change.Diff is { Length: > 0 } diff && (style.Diffs || ResourceWords.NeedsDiff(change)))
        {
            _canvas.Diff(8, diff);
        }
    }

    private void Foot()
    {
        foreach (var warning in plan.Warnings)
        {
            _canvas.Line(0, new Piece("Warning: ", Tone.Change), warning);
        }

        if (plan.IsPartial)
        {
            var names = plan.Releases.Where(release => !release.IsCompared).Select(release => release.Release);
            Note($"This plan is partial and cannot be approved. Not compared: {string.Join(", ", names)}.");
        }

        if (PlanWords.LeavesSecretsUnbound(plan))
        {
            Note(PlanWords.SecretsNotBound);
        }

        _canvas.Line(0, new Piece(PlanWords.Totals(plan), plan.HasChanges ? Tone.Strong : Tone.Add));
        _canvas.Line(0, new Piece($"Digest: {plan.Digest}", Tone.Faint));
    }

    private void Note(string text) => _canvas.Line(0, new Piece("Note: ", Tone.Change), text);

    private void Paragraph(string? text)
    {
        if (text is { Length: > 0 })
        {
            _canvas.Paragraph(2, text);
        }
    }

    private static Piece[] Row(PlannedRelease release)
    {
        var (mark, tone) = ChangeMark.Of(release.Action);
        return [new($"{mark} {release.Release}", tone), PlanWords.Action(release), PlanWords.Chart(release), PlanWords.Reason(release)];
    }
}
