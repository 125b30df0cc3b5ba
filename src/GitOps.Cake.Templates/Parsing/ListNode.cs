using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>A sequence of texts and actions.</summary>
internal sealed class ListNode(SourceText source, int position) : Node(source, position)
{
    public List<Node> Nodes { get; } = [];

    /// <summary>Whether there is nothing in it but blanks: such a definition never replaces another one.</summary>
    public bool IsEmpty => Nodes.TrueForAll(node => node is TextNode { IsBlank: true });

    public override void Write(StringBuilder output)
    {
        for (var index = 0; index < Nodes.Count; index++)
        {
            Nodes[index].Write(output);

            // A brace at the end of a text and the two of what comes next would be read as an action that begins with a brace.
            if (output.Length > 0 && output[^1] == '{')
                output.Remove(output.Length - 1, 1).Append("{{\"{\"}}");
        }
    }
}
