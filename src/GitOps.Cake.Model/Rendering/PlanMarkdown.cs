using System.Text;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>A plan as Markdown.</summary>
internal sealed class PlanMarkdown(Plan plan, MarkdownStyle style)
{
    private const string Nowhere = "The whole is kept nowhere; `--plan=FILE` writes it to a file that a run can keep.";

    private readonly MarkdownDocument _document = new(style.MaximumLength);

    public string Render()
    {
        var text = Compose(remark: "");
        return _document.IsCut ? Again($"Parts of this plan are too long for this place. {(style.Whole is { } place ? $"The whole is {place}." : Nowhere)}\n") : text;
    }

    // The remark takes room of its own, so what is left out is found anew.
    private string Again(string remark) => new PlanMarkdown(plan, style).Compose(remark);

    private string Compose(string remark)
    {
        _document.Add($"{new string('#', Math.Clamp(style.HeadingLevel, 1, 6))} Plan of {MarkdownText.Code(plan.Scope)}\n");
        _document.Add($"**{PlanWords.Totals(plan)}**\n");
        _document.Add(remark);
        Notes();
        var told = plan.Releases.Where(release => !PlanWords.IsQuiet(release)).ToList();
        if (told.Count > 0)
        {
            _document.Keep(Table(told), "The table of the releases is too long for this place.\n");
        }

        var isOpen = told.Sum(release => FoldedChanges.Told(release).Sum(change => 1 + FoldedChanges.Told(change).Count())) <= style.OpenUpTo;
        foreach (var release in told)
        {
            Section(release, isOpen);
        }

        Warnings();
        Quiet();
        Foot();
        return _document.ToString();
    }

    private void Notes()
    {
        if (plan.IsPartial)
        {
            var names = plan.Releases.Where(release => !release.IsCompared).Select(release => MarkdownText.Code(release.Release.ToString()));
            const string Partial = "**This plan is partial and cannot be approved.**";
            _document.Add($"{Partial} Not compared: {string.Join(", ", names)}.\n", $"{Partial}\n");
        }

        if (PlanWords.LeavesSecretsUnbound(plan))
        {
            _document.Add($"{PlanWords.SecretsNotBound.Replace("GITOPS_PLAN_KEY", "`GITOPS_PLAN_KEY`", StringComparison.Ordinal)}\n");
        }
    }

    private static string Table(IEnumerable<PlannedRelease> releases)
    {
        var table = new StringBuilder("| | Release | Action | Chart | Reason |\n|:-:|---|---|---|---|\n");
        foreach (var release in releases)
        {
            var chart = PlanWords.Chart(release) is { Length: > 0 } text ? MarkdownText.Code(text) : "";
            table.Append("| ").AppendJoin(
                " | ",
                MarkdownText.Code(ChangeMark.Of(release.Action).Mark),
                MarkdownText.Code(release.Release.ToString()),
                PlanWords.Action(release),
                chart,
                PlanWords.Reason(release, MarkdownText.Code)).Append(" |\n");
        }

        return table.ToString();
    }

    private void Section(PlannedRelease release, bool isOpen)
    {
        if (release is { Resources.IsEmpty: true, Detail: null, Error: null, Comparison: not Comparison.Suppressed })
        {
            return;
        }

        var counts = PlanWords.Resources(release) is { Length: > 0 } resources ? $": {resources}" : "";
        var name = $"{ChangeMark.Of(release.Action).Mark} {release.Release}";

        // What went wrong is not to be searched for.
        var open = isOpen || release.Comparison == Comparison.Failed ? " open" : "";
        var head = $"<details{open}><summary>{MarkdownText.Code(name)}{counts}</summary>\n\n";
        var words = Words(release);
        var gap = words.Length > 0 ? "\n" : "";
        var names = new ResourceNames(release);
        var told = FoldedChanges.Told(release).ToList();
        var lines = told.SelectMany(change => PlanDiffLines.Summary(change, names)).Concat(PlanDiffLines.Folded(release)).ToList();
        var summary = lines.Count > 0 ? $"{gap}{MarkdownText.Fence("diff", lines)}" : "";
        var whole = lines.Count > 0
            ? $"{gap}{MarkdownText.Fence("diff", [.. lines, .. told.SelectMany(change => PlanDiffLines.Diff(change, names))])}"
            : "";
        const string End = "\n</details>\n";
        const string NoDiff = "The diff is too long for this place.\n";
        var shortened = whole == summary ? "" : NoDiff;
        _document.Add(
            $"{head}{words}{whole}{End}",
            $"{head}{words}{summary}{shortened}{End}",
            $"{head}{NoDiff}{End}",
            "");
    }

    private static string Words(PlannedRelease release)
    {
        string[] texts =
        [
            release.Detail is { Length: > 0 } detail ? MarkdownText.Fence(detail) : "",
            release.Error is { Length: > 0 } error ? MarkdownText.Fence(error) : "",
            release.Comparison == Comparison.Suppressed ? "The state file asks not to show the content.\n" : "",
        ];
        return string.Join('\n', texts.Where(text => text.Length > 0));
    }

    private void Warnings()
    {
        if (!plan.Warnings.IsEmpty)
        {
            _document.Add($"Warnings:\n\n{MarkdownText.Fence(string.Join('\n', plan.Warnings))}", "");
        }
    }

    private void Quiet()
    {
        foreach (var quiet in plan.Releases.Where(PlanWords.IsQuiet).GroupBy(PlanWords.Reason))
        {
            var names = string.Join(", ", quiet.Select(release => MarkdownText.Code(release.Release.ToString())));
            _document.Add($"<details><summary>{quiet.Count()} {quiet.Key}</summary>\n\n{names}\n\n</details>\n", "");
        }
    }

    private void Foot()
    {
        var commit = plan.Origin.Commit is { Length: > 0 } sha ? $" at {MarkdownText.Code(sha)}" : "";
        _document.Add($"Digest {MarkdownText.Code(plan.Digest)}{commit}\n");
    }
}
