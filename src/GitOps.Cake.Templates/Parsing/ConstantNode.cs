using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>A text, bool or nil as the template writes it.</summary>
internal sealed class ConstantNode(SourceText source, int position, string written, object? value) : Node(source, position)
{
    public object? Value => value;

    public override void Write(StringBuilder output) => output.Append(written);
}
