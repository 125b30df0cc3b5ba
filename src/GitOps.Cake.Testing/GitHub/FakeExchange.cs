namespace GitOps.Cake.Testing.GitHub;

/// <summary>A request that the fake got, and what it answered.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the API's address, with its query.</param>
/// <param name="Body">The request's body; null where it has none.</param>
/// <param name="Login">Who asked; null where nobody was recognised.</param>
/// <param name="Status">The status of the answer; 0 where there was none.</param>
/// <param name="At">When.</param>
public sealed record FakeExchange(string Method, string Path, string? Body, string? Login, int Status, DateTimeOffset At);
