namespace Build.Tools;

/// <summary>A tool cannot be had; the message says why and what to do.</summary>
internal sealed class ToolRestoreException(string message, Exception? inner = null) : Exception(message, inner);
