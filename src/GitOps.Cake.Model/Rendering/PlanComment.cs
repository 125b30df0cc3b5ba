using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Rendering;

/// <summary>The comments on a pull request: what would change, that it is being looked at anew, why it is not known, what became of it.</summary>
/// <param name="marker">Which comment, of which run.</param>
/// <param name="runUrl">The page of the run.</param>
internal sealed class PlanComment(CommentMarker marker, string? runUrl)
{
    /// <summary>What GitHub takes for certain, in characters; its own limits are told in several ways.</summary>
    public const int Longest = 65_000;

    private const string Start = "<!-- gitops-cake start -->\n";
    private const string End = "<!-- gitops-cake end -->\n";

    /// <summary>The plan.</summary>
    public string Of(Plan plan)
    {
        var head = Head("Plan");
        var whole = plan.ToMarkdown(new() { MaximumLength = Longest - head.Length - Start.Length - End.Length });
        return $"{head}{Start}{whole}{End}";
    }

    /// <summary>A newer commit is being compared; the plan that was there is folded.</summary>
    public string Running(string former) => WithFormer($"{Head("Out of date")}The plan below is of an earlier commit; {Commit()} is being compared.\n", former);

    /// <summary>The comparison failed; the plan that was there is folded.</summary>
    public string Failed(string error, string? former)
    {
        const int longest = 20_000;
        var shown = error.Length > longest ? $"{error[..longest]}\n…" : error;
        return WithFormer($"{Head("No plan")}**The comparison failed.** What an apply would change is not known.\n\n{MarkdownText.Fence(shown)}", former);
    }

    /// <summary>What became of an apply.</summary>
    public string Of(ApplyReport report)
    {
        var head = Head("Apply");
        return $"{head}{report.ToMarkdown(new() { MaximumLength = Longest - head.Length })}";
    }

    /// <summary>An apply that stopped because its plan is not the approved one.</summary>
    public string Stopped(Plan plan, string approved)
    {
        var head = $"{Head("Stopped")}**Nothing was applied: this is not the plan that was approved** (digest {MarkdownText.Code(approved)}). The base branch moved, or the cluster did.\n"
            + $"Look at the plan below; to apply it, run the apply again with `--accept={plan.Digest}`.\n\n";
        return $"{head}{plan.ToMarkdown(new() { MaximumLength = Longest - head.Length })}";
    }

    private string Head(string what) => $"{marker.Write()}\n**{what}** for {Commit()}{Run()}\n\n";

    private string Commit() => MarkdownText.Code(marker.Sha[..Math.Min(8, marker.Sha.Length)]);

    private string Run() => Uri.TryCreate(runUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? $" · [run](<{address.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)"
        : "";

    private static string WithFormer(string text, string? former)
    {
        if (former is null || PlanOf(former) is not { Length: > 0 } plan)
            return text;

        var of = CommentMarker.Read(former) is { } marker ? $" of {MarkdownText.Code(marker.Sha[..Math.Min(8, marker.Sha.Length)])}" : "";
        var folded = $"{text}\n<details><summary>The last plan{of}</summary>\n\n{Start}{plan}{End}\n</details>\n";
        return folded.Length <= Longest ? folded : $"{text}\nThe last plan{of} is too long to be shown again.\n";
    }

    // The marks of our own stand first and last, whatever a chart brought in between.
    private static string? PlanOf(string text)
    {
        var (start, end) = (text.IndexOf(Start, StringComparison.Ordinal), text.LastIndexOf(End, StringComparison.Ordinal));
        return start >= 0 && end > start ? text[(start + Start.Length)..end] : null;
    }
}
