using GitOps.Cake.Dummy;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

/// <summary>Commands for the dummy tool.</summary>
internal static class Dummy
{
    public static ToolCommand Command(params string[] words) => new(Commands.Path, [.. words.Select(word => (Argument)word)]);
}
