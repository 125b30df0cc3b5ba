using System.Collections.Immutable;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>A commit with its content.</summary>
internal sealed record FakeCommit(string Sha, ImmutableArray<string> Parents, string Message, ImmutableSortedDictionary<string, FakeFile> Files);
