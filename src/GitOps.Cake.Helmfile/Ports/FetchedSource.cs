namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Something that was fetched.</summary>
/// <param name="Root">The folder of all that came; nothing in it leads out of it.</param>
/// <param name="Path">What the address names, within the folder. It need not be there, and may be a pattern.</param>
public sealed record FetchedSource(string Root, string Path);
