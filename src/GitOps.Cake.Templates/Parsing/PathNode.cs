using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>Fields of the dot (<c>.a.b</c>), or of a variable (<c>$x.a</c>).</summary>
/// <param name="source">The text that it was read from.</param>
/// <param name="position">Where its last token but the first stands.</param>
/// <param name="variable">The variable with its dollar; null for the dot.</param>
/// <param name="fields">The fields; none only for a variable.</param>
internal sealed class PathNode(SourceText source, int position, string? variable, IReadOnlyList<string> fields) : Node(source, position)
{
    public string? Variable => variable;

    public IReadOnlyList<string> Fields => fields;

    public override void Write(StringBuilder output)
    {
        output.Append(variable);
        foreach (var field in fields)
            output.Append('.').Append(field);
    }
}
