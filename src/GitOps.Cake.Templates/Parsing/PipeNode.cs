using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>Commands, each given the value of the one before, and the variables that take the last value.</summary>
internal sealed class PipeNode(SourceText source, int position) : Node(source, position)
{
    public bool IsAssignment { get; set; }

    public List<string> Variables { get; } = [];

    public List<CommandNode> Commands { get; } = [];

    public override void Write(StringBuilder output)
    {
        if (Variables.Count > 0)
            output.AppendJoin(", ", Variables).Append(IsAssignment ? " = " : " := ");
        for (var index = 0; index < Commands.Count; index++)
        {
            if (index > 0)
                output.Append(" | ");
            Commands[index].Write(output);
        }
    }
}
