using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>A <c>break</c> or <c>continue</c>.</summary>
internal sealed class JumpNode(SourceText source, int position, bool isBreak) : Node(source, position)
{
    public bool IsBreak => isBreak;

    public override void Write(StringBuilder output) => output.Append(isBreak ? "{{break}}" : "{{continue}}");
}
