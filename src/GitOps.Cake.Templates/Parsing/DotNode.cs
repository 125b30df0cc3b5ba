using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>The data that the template, <c>with</c> or <c>range</c> is at.</summary>
internal sealed class DotNode(SourceText source, int position) : Node(source, position)
{
    public override void Write(StringBuilder output) => output.Append('.');
}
