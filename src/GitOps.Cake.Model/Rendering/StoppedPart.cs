using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>An apply that stopped because its plan is not the approved one.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Approved">The digest of the one that was approved, or of several.</param>
/// <param name="Whole">Where all of the plan can be read.</param>
internal sealed record StoppedPart(Plan Plan, string Approved, string? Whole = null) : CommentPart(Plan.Scope)
{
    public override string Title => "Stopped";

    public override string Line => "**nothing was applied: this is not the plan that was approved**";

    public override bool IsNews => true;

    public override string Remark =>
        $"**Nothing was applied: this is not the plan that was approved** (digest {MarkdownText.Code(Approved)}). The base branch moved (with a merge queue also by another pull request of it), or the cluster did.\n"
        + $"Look at the plan below; to apply it, run the apply again with `--accept={Plan.Digest}`.\n\n";

    public override string Text(int maximumLength) => Plan.ToMarkdown(new() { MaximumLength = maximumLength, Whole = Whole });
}
