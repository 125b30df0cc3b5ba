namespace GitOps.Cake.Helmfile.Records;

/// <summary>A hook of a revision.</summary>
/// <param name="Path">The template that it comes from.</param>
/// <param name="Manifest">Its text.</param>
internal sealed record ReleaseHook(string Path, string Manifest);
