using System.Collections.Immutable;

namespace GitOps.Cake.Rendering;

/// <summary>The comments on a pull request: what would change, that it is being looked at anew, why it is not known, what became of it; of one scope or of several.</summary>
/// <param name="marker">Which comment, of which run.</param>
/// <param name="runUrl">The page of the run.</param>
internal sealed class PlanComment(CommentMarker marker, string? runUrl)
{
    /// <summary>What GitHub takes for certain, in characters; its own limits are told in several ways.</summary>
    public const int Longest = 65_000;

    /// <summary>What there is to tell of scopes; where that is a failure, the plan that was there is folded.</summary>
    /// <param name="parts">The scopes.</param>
    /// <param name="former">The comment as it was.</param>
    public string Of(ImmutableArray<CommentPart> parts, string? former = null)
    {
        var head = Head(parts is [var only] ? only.Title : parts.Any(part => part is AppliedPart or StoppedPart or FailedApplyPart) ? "Apply" : "Plan");
        var plans = OwnMarks.Find(former);
        return parts is [var one]
            ? $"{head}{Framed(one, plans, Longest - head.Length)}"
            : $"{head}{ScopesMarkdown.Of(parts, Longest - head.Length, (part, length) => Framed(part, plans, length))}";
    }

    /// <summary>A newer commit is being compared; the plans that were there are folded.</summary>
    public string Running(string former)
    {
        var plans = OwnMarks.Find(former);
        var text = $"{Head("Out of date")}{(plans.Length > 1 ? "The plans below are" : "The plan below is")} of an earlier commit; {Commit()} is being compared.\n";
        return plans.Aggregate(text, (shown, plan) => $"{shown}{Folded(plan, isNamed: plans.Length > 1, Longest - shown.Length)}");
    }

    private string Framed(CommentPart part, ImmutableArray<FormerPlan> former, int length)
    {
        var remark = OwnMarks.Broken(part.Remark);
        if (part.IsPlan)
        {
            var room = length == int.MaxValue ? length : length - remark.Length - OwnMarks.LengthOf(marker.Sha, part.Scope);
            return $"{remark}{OwnMarks.Around(marker.Sha, part.Scope, part.Text(room))}";
        }

        var text = $"{remark}{OwnMarks.Broken(part.Text(length == int.MaxValue ? length : length - remark.Length))}";
        return part.KeepsFormer && former.FirstOrDefault(plan => plan.Scope is null || plan.Scope == part.Scope) is { } last
            ? $"{text}{Folded(last, isNamed: false, length - text.Length)}"
            : text;
    }

    private static string Folded(FormerPlan plan, bool isNamed, int room)
    {
        var of = isNamed && plan.Scope is { } scope ? $"{MarkdownText.Code(scope)} at " : "";
        var what = $"The last plan of {of}{MarkdownText.Code(plan.Sha[..Math.Min(8, plan.Sha.Length)])}";
        var folded = $"\n<details><summary>{what}</summary>\n\n{OwnMarks.Around(plan.Sha, plan.Scope ?? "", plan.Text)}\n</details>\n";
        var note = $"\n{what} is too long to be shown again.\n";
        return folded.Length <= room ? folded : note.Length <= room ? note : "";
    }

    private string Head(string what) => $"{marker.Write()}\n**{what}** for {Commit()}{Run()}\n\n";

    private string Commit() => MarkdownText.Code(marker.Sha[..Math.Min(8, marker.Sha.Length)]);

    private string Run() => MarkdownText.Link("run", runUrl) is { } link ? $" · {link}" : "";
}
