using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>An operand, or a function or method and its arguments.</summary>
internal sealed class CommandNode(SourceText source, int position) : Node(source, position)
{
    public List<Node> Operands { get; } = [];

    public override void Write(StringBuilder output)
    {
        for (var index = 0; index < Operands.Count; index++)
        {
            if (index > 0)
                output.Append(' ');
            WriteOperand(output, Operands[index]);
        }
    }

    public static void WriteOperand(StringBuilder output, Node operand)
    {
        if (operand is not PipeNode)
        {
            operand.Write(output);
            return;
        }

        output.Append('(');
        operand.Write(output);
        output.Append(')');
    }
}
