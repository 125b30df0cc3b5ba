using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>A plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Whole">Where all of it can be read, see <see cref="MarkdownStyle.Whole"/>.</param>
/// <param name="Objection">What a policy has against it; null where it may be applied.</param>
internal sealed record PlanPart(Plan Plan, string? Whole = null, string? Objection = null) : CommentPart(Plan.Scope)
{
    public override string Title => "Plan";

    public override string Line => $"{Plan.ToSummary()}{(Objection is not null ? " · **may not be applied**" : Plan.IsPartial ? " · **partial**" : "")}";

    public override bool IsNews => Plan.HasChanges || Plan.IsPartial || Objection is not null;

    public override bool IsPlan => true;

    public override string Remark => Objection is null ? "" : $"**This plan may not be applied.**\n\n{OwnMarks.Fence(Objection)}\n";

    public override string Text(int maximumLength) => Plan.ToMarkdown(new() { MaximumLength = maximumLength, Whole = Whole });
}
