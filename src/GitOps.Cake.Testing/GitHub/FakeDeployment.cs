using System.Collections.Immutable;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>A deployment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Sha">The commit.</param>
/// <param name="Environment">The environment.</param>
/// <param name="States">The states that it had, in order.</param>
public sealed record FakeDeployment(long Id, string Sha, string Environment, ImmutableArray<string> States);
