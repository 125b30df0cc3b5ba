using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>Fields of a term: <c>(pipeline).a.b</c>, <c>now.Year</c>.</summary>
internal sealed class ChainNode(SourceText source, int position, Node term) : Node(source, position)
{
    public Node Term => term;

    public List<string> Fields { get; } = [];

    public override void Write(StringBuilder output)
    {
        CommandNode.WriteOperand(output, term);
        foreach (var field in Fields)
            output.Append('.').Append(field);
    }
}
