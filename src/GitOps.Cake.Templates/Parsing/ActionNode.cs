using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>A pipeline whose value is printed, unless it declares or sets a variable.</summary>
internal sealed class ActionNode(SourceText source, int position, PipeNode pipe) : Node(source, position)
{
    public PipeNode Pipe => pipe;

    public override void Write(StringBuilder output)
    {
        output.Append("{{");
        pipe.Write(output);
        output.Append("}}");
    }
}
