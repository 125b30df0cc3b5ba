using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>The name of a function.</summary>
internal sealed class IdentifierNode(SourceText source, int position, string name) : Node(source, position)
{
    public string Name => name;

    /// <summary>The function, found once on the first call.</summary>
    public TemplateFunction? Function { get; set; }

    public override void Write(StringBuilder output) => output.Append(name);
}
