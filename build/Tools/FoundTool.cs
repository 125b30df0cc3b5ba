namespace Build.Tools;

/// <summary>A tool somewhere on this machine, for a place in <see cref="ToolLayout"/>.</summary>
internal sealed record FoundTool(string Place, string Version, string File);
