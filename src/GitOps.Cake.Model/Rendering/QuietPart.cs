namespace GitOps.Cake.Rendering;

/// <summary>A scope of which one line says all, such as that a change does not affect it.</summary>
/// <param name="Scope">The scope's name.</param>
/// <param name="Words">That line, in words of our own.</param>
internal sealed record QuietPart(string Scope, string Words) : CommentPart(Scope)
{
    public override string Title => "Plan";

    public override string Line => Words;

    public override bool IsNews => false;

    public override string Text(int maximumLength) => $"{MarkdownText.Code(Scope)}: {Words}\n";
}
