using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>An <c>if</c>, <c>with</c> or <c>range</c>.</summary>
internal sealed class BranchNode(SourceText source, BranchKind kind, PipeNode pipe, ListNode list, ListNode? otherwise)
    : Node(source, pipe.Position)
{
    public BranchKind Kind => kind;

    public PipeNode Pipe => pipe;

    public ListNode List => list;

    public ListNode? Else => otherwise;

    public override void Write(StringBuilder output)
    {
        output.Append("{{").Append(kind.Word()).Append(' ');
        pipe.Write(output);
        output.Append("}}");
        list.Write(output);
        if (otherwise is not null)
        {
            output.Append("{{else}}");
            otherwise.Write(output);
        }

        output.Append("{{end}}");
    }
}
