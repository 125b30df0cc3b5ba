using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>A node of a parsed template.</summary>
/// <param name="source">The text that it was read from.</param>
/// <param name="position">Where in it messages say that the node is.</param>
internal abstract class Node(SourceText source, int position)
{
    public SourceText Source => source;

    public int Position => position;

    /// <summary>Writes the node as a template again: what stands between the angle brackets of a message.</summary>
    public abstract void Write(StringBuilder output);

    public sealed override string ToString()
    {
        var output = new StringBuilder();
        Write(output);
        return output.ToString();
    }
}
