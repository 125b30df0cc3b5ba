namespace GitOps.Cake.Rendering;

/// <summary>A plan that an earlier comment showed.</summary>
/// <param name="Sha">The commit that it is of.</param>
/// <param name="Scope">The scope; null where the comment was about one only and did not say.</param>
/// <param name="Text">The plan as it stood there.</param>
internal sealed record FormerPlan(string Sha, string? Scope, string Text);
