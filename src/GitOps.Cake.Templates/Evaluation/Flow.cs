namespace GitOps.Cake.Templates.Evaluation;

/// <summary>How a list of nodes ended: at its end, or at a jump that the innermost range takes.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,
}
