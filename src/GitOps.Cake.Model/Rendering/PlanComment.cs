using System.Text.RegularExpressions;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Rendering;

/// <summary>The comments on a pull request: what would change, that it is being looked at anew, why it is not known, what became of it.</summary>
/// <param name="marker">Which comment, of which run.</param>
/// <param name="runUrl">The page of the run.</param>
internal sealed partial class PlanComment(CommentMarker marker, string? runUrl)
{
    /// <summary>What GitHub takes for certain, in characters; its own limits are told in several ways.</summary>
    public const int Longest = 65_000;

    private const string End = "<!-- gitops-cake end -->\n";
    private const string Sign = "<!-- gitops-cake";

    /// <summary>The plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="whole">Where all of it can be read, see <see cref="MarkdownStyle.Whole"/>.</param>
    /// <param name="objection">What a policy has against it; null where it may be applied.</param>
    public string Of(Plan plan, string? whole = null, string? objection = null)
    {
        var head = $"{Head("Plan")}{(objection is null ? "" : $"**This plan may not be applied.**\n\n{MarkdownText.Fence(Shortened(objection))}\n")}";
        var text = plan.ToMarkdown(new() { MaximumLength = Longest - head.Length - Start(marker.Sha).Length - End.Length, Whole = whole });
        return $"{head}{Start(marker.Sha)}{text}{End}";
    }

    /// <summary>A newer commit is being compared; the plan that was there is folded.</summary>
    public string Running(string former) => WithFormer($"{Head("Out of date")}The plan below is of an earlier commit; {Commit()} is being compared.\n", former);

    /// <summary>The comparison failed; the plan that was there is folded.</summary>
    public string Failed(string error, string? former)
    {
        return WithFormer($"{Head("No plan")}**The comparison failed.** What an apply would change is not known.\n\n{MarkdownText.Fence(Shortened(error))}", former);
    }

    /// <summary>What became of an apply.</summary>
    /// <param name="report">What became of every release.</param>
    /// <param name="failure">What failed after the apply; null where nothing did.</param>
    public string Of(ApplyReport report, string? failure = null)
    {
        var head = $"{Head("Apply")}{(failure is null ? "" : $"**Applied, but what was checked afterwards failed.**\n\n{MarkdownText.Fence(Shortened(failure))}\n")}";
        return $"{head}{report.ToMarkdown(new() { MaximumLength = Longest - head.Length })}";
    }

    /// <summary>An apply that stopped because its plan is not the approved one.</summary>
    public string Stopped(Plan plan, string approved, string? whole = null)
    {
        var head = $"{Head("Stopped")}**Nothing was applied: this is not the plan that was approved** (digest {MarkdownText.Code(approved)}). The base branch moved, or the cluster did.\n"
            + $"Look at the plan below; to apply it, run the apply again with `--accept={plan.Digest}`.\n\n";
        return $"{head}{plan.ToMarkdown(new() { MaximumLength = Longest - head.Length, Whole = whole })}";
    }

    // What an error says must not look like a mark of our own, by which the plan is found again.
    private static string Shortened(string text)
    {
        const int longest = 20_000;
        return (text.Length > longest ? $"{text[..longest]}\n…" : text).Replace(Sign, "<!-- …", StringComparison.Ordinal);
    }

    /// <summary>The mark before a plan, with the commit that it is of.</summary>
    private static string Start(string sha) => $"{Sign} start {Uri.EscapeDataString(sha)} -->\n";

    private string Head(string what) => $"{marker.Write()}\n**{what}** for {Commit()}{Run()}\n\n";

    private string Commit() => MarkdownText.Code(marker.Sha[..Math.Min(8, marker.Sha.Length)]);

    private string Run() => MarkdownText.Link("run", runUrl) is { } link ? $" · {link}" : "";

    private static string WithFormer(string text, string? former)
    {
        // The first mark is ours; what a chart brought in comes after it, and before the last one.
        if (former is null || StartForm().Match(former) is not { Success: true } start
            || former.LastIndexOf(End, StringComparison.Ordinal) is var end && end <= start.Index + start.Length)
        {
            return text;
        }

        var (plan, sha) = (former[(start.Index + start.Length)..end], Uri.UnescapeDataString(start.Groups["sha"].Value));
        var of = $" of {MarkdownText.Code(sha[..Math.Min(8, sha.Length)])}";
        var folded = $"{text}\n<details><summary>The last plan{of}</summary>\n\n{start.Value}{plan}{End}\n</details>\n";
        return folded.Length <= Longest ? folded : $"{text}\nThe last plan{of} is too long to be shown again.\n";
    }

    [GeneratedRegex("<!-- gitops-cake start (?<sha>[^ <>]*) -->\n", RegexOptions.CultureInvariant)]
    private static partial Regex StartForm();
}
