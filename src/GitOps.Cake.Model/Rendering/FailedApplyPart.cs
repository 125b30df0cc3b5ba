namespace GitOps.Cake.Rendering;

/// <summary>An apply that failed before anything could be said of releases.</summary>
/// <param name="Scope">The scope's name.</param>
/// <param name="Error">Why.</param>
internal sealed record FailedApplyPart(string Scope, string Error) : CommentPart(Scope)
{
    public override string Title => "Apply";

    public override string Line => "**the apply failed**";

    public override bool IsNews => true;

    public override string Text(int maximumLength) => $"**The apply of {MarkdownText.Code(Scope)} failed.**\n\n{OwnMarks.Fence(Error)}";
}
