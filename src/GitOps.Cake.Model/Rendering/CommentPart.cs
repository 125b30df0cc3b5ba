namespace GitOps.Cake.Rendering;

/// <summary>What a comment or a check tells of one scope.</summary>
/// <param name="Scope">The scope's name.</param>
internal abstract record CommentPart(string Scope)
{
    /// <summary>What it is, in a word or two, where it stands alone.</summary>
    public abstract string Title { get; }

    /// <summary>How the scope stands, in one line of Markdown.</summary>
    public abstract string Line { get; }

    /// <summary>Whether there is more to say than that line, so that a comment is made for it.</summary>
    public abstract bool IsNews { get; }

    /// <summary>Whether what is told is a plan that a later comment shows again, folded.</summary>
    public virtual bool IsPlan => false;

    /// <summary>Whether the last plan that was shown stays there, folded.</summary>
    public virtual bool KeepsFormer => false;

    /// <summary>What stands before the text, and is no part of the plan.</summary>
    public virtual string Remark => "";

    /// <summary>All of it as Markdown.</summary>
    /// <param name="maximumLength">The length in characters that is not exceeded, as far as the text has shorter forms.</param>
    public abstract string Text(int maximumLength);
}
