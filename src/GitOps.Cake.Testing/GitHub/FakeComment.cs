namespace GitOps.Cake.Testing.GitHub;

/// <summary>A comment on a pull request.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Login">Its author.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="Edits">How often it was edited.</param>
public sealed record FakeComment(long Id, string Login, string Body, int Edits);
