namespace GitOps.Cake.Templates.Tests.Recorded;

/// <summary>A template, and its text or the message of its error.</summary>
internal sealed record RecordedAnswer(string Template, string? Text, string? Error);
