namespace GitOps.Cake.Tooling;

/// <summary>A program is not there, is too old, or cannot be executed; the message names every way to supply it.</summary>
public sealed class ToolNotFoundException : GitOpsException
{
    internal ToolNotFoundException(string program, string message)
        : base(message) => Program = program;

    internal ToolNotFoundException(string program, string message, Exception innerException)
        : base(message, innerException) => Program = program;

    /// <summary>The program that was looked for.</summary>
    public string Program { get; }
}
