using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>Text that is copied as it is.</summary>
internal sealed class TextNode(SourceText source, int position, string text) : Node(source, position)
{
    public string Text => text;

    public bool IsBlank
    {
        get
        {
            foreach (var unit in text)
            {
                if (!GoUnicode.IsSpace(unit))
                    return false;
            }

            return true;
        }
    }

    public override void Write(StringBuilder output) => output.Append(text);
}
