namespace GitOps.Cake.Results;

/// <summary>Whether a change affects a scope.</summary>
/// <param name="Name">The scope's name.</param>
/// <param name="IsAffected">Whether it does, or may do.</param>
/// <param name="Reason">Why, in a sentence: the file that changed, or what is not known.</param>
public sealed record AffectedScope(string Name, bool IsAffected, string Reason);
