namespace GitOps.Cake.Tooling;

/// <summary>A line that a tool printed.</summary>
/// <param name="Text">The line without its end, secrets as <c>***</c>; one of more than 8,192 bytes comes in pieces.</param>
/// <param name="IsError">Whether it came from the standard error.</param>
public readonly record struct ToolLine(string Text, bool IsError);
