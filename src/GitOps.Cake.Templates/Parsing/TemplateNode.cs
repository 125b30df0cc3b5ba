using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>Runs another template in place, with the value of a pipeline or nil as its data.</summary>
internal sealed class TemplateNode(SourceText source, int position, string name, PipeNode? pipe) : Node(source, position)
{
    public string Name => name;

    public PipeNode? Pipe => pipe;

    public override void Write(StringBuilder output)
    {
        output.Append("{{template ").Append(GoQuote.Quote(name));
        if (pipe is not null)
        {
            output.Append(' ');
            pipe.Write(output);
        }

        output.Append("}}");
    }
}
