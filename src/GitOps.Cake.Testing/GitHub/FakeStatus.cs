namespace GitOps.Cake.Testing.GitHub;

/// <summary>A commit status.</summary>
/// <param name="Context">Its name.</param>
/// <param name="State"><c>pending</c>, <c>success</c>, <c>failure</c> or <c>error</c>.</param>
/// <param name="Description">Its text.</param>
/// <param name="TargetUrl">Where it leads.</param>
/// <param name="Login">Who set it.</param>
public sealed record FakeStatus(string Context, string State, string? Description, string? TargetUrl, string Login);
