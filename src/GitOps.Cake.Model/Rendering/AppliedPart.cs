using GitOps.Cake.Reports;

namespace GitOps.Cake.Rendering;

/// <summary>What became of an apply.</summary>
/// <param name="Report">What became of every release.</param>
/// <param name="Failure">What failed after the apply, such as tests; null where nothing did.</param>
internal sealed record AppliedPart(ApplyReport Report, string? Failure = null) : CommentPart(Report.Plan.Scope)
{
    public override string Title => "Apply";

    public override string Line => $"{Report.ToSummary()}{(Failure is null ? "" : " · **what was checked afterwards failed**")}";

    public override bool IsNews => true;

    public override string Remark => Failure is null ? "" : $"**Applied, but what was checked afterwards failed.**\n\n{OwnMarks.Fence(Failure)}\n";

    public override string Text(int maximumLength) => Report.ToMarkdown(new() { MaximumLength = maximumLength });
}
