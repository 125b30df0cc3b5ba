using System.Collections.Immutable;

namespace GitOps.Cake.Testing.Processes;

/// <summary>One part to start: its name, the port it serves on, its program with arguments, and the file for its output.</summary>
internal sealed record ComponentCommand(string Name, int Port, string Program, ImmutableArray<string> Arguments, string Log)
{
    public override string ToString() => string.Join(' ', [Program, .. Arguments]);
}
