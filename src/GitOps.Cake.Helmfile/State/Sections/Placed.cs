using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State.Sections;

/// <summary>A value of a state file and where it stands.</summary>
internal readonly record struct Placed<T>(T Value, SourcePosition Position);
