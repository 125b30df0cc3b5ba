namespace GitOps.Cake.Testing.GitHub;

/// <summary>A check.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Conclusion">What came out; null where it is not complete.</param>
/// <param name="Title">The title of its output.</param>
/// <param name="Summary">The summary of its output.</param>
/// <param name="Text">The text of its output.</param>
/// <param name="ExternalId">What its maker calls it.</param>
/// <param name="Annotations">How many annotations it has.</param>
public sealed record FakeCheck(
    long Id, string Name, string Status, string? Conclusion, string? Title, string? Summary, string? Text, string? ExternalId, int Annotations);
