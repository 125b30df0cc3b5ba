namespace GitOps.Cake.Rendering;

/// <summary>A comparison that failed, or that was not come to.</summary>
/// <param name="Scope">The scope's name.</param>
/// <param name="Error">Why.</param>
/// <param name="Before">The task that failed before anything was compared; null where the comparison itself did.</param>
internal sealed record FailedPart(string Scope, string Error, string? Before = null) : CommentPart(Scope)
{
    public override string Title => "No plan";

    public override string Line => Before is null ? "**no plan: the comparison failed**" : $"**no plan**, because {MarkdownText.Code(Before)} failed";

    public override bool IsNews => true;

    public override bool KeepsFormer => true;

    public override string Text(int maximumLength) => $"**{What}** What an apply would change is not known.\n\n{OwnMarks.Fence(Error)}";

    private string What => Before is null ? $"The comparison of {MarkdownText.Code(Scope)} failed." : $"{MarkdownText.Code(Scope)} was not compared, because {MarkdownText.Code(Before)} failed.";
}
