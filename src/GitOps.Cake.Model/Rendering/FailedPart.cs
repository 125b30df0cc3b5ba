namespace GitOps.Cake.Rendering;

/// <summary>A comparison that failed.</summary>
/// <param name="Scope">The scope's name.</param>
/// <param name="Error">Why.</param>
internal sealed record FailedPart(string Scope, string Error) : CommentPart(Scope)
{
    public override string Title => "No plan";

    public override string Line => "**no plan: the comparison failed**";

    public override bool IsNews => true;

    public override bool KeepsFormer => true;

    public override string Text(int maximumLength) => $"**The comparison of {MarkdownText.Code(Scope)} failed.** What an apply would change is not known.\n\n{OwnMarks.Fence(Error)}";
}
