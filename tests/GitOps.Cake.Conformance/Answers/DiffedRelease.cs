using System.Collections.Immutable;

namespace GitOps.Cake.Conformance.Answers;

/// <summary>A release of a comparison.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace; empty where the state file names none.</param>
/// <param name="IsShown">Whether its content is part of the comparison's output: it is not where that is suppressed or skipped, or the release is to go.</param>
/// <param name="Resources">What differs.</param>
internal sealed record DiffedRelease(string Name, string Namespace, bool IsShown, ImmutableArray<DiffedResource> Resources);
