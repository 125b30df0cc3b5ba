using System.Collections.Immutable;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.CommandLines;

/// <summary>Settings, and the words that they have to become.</summary>
/// <param name="Command">The command.</param>
/// <param name="Line">What the settings become, from the command on; the scope's options for the empty command.</param>
/// <param name="Expected">The words, values of secrets as <c>***</c>.</param>
internal sealed record CommandLineCase(string Command, ImmutableArray<Argument> Line, ImmutableArray<string> Expected)
{
    public IEnumerable<string> Shown => Line.Select(argument => argument.ToString());

    public override string ToString() => $"{Command}: {string.Join(' ', Expected)}";
}
