using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>A named template: a whole text, a <c>define</c> or a <c>block</c>.</summary>
internal sealed record Definition(string Name, ListNode Root)
{
    public void Write(StringBuilder output)
    {
        output.Append("{{define ").Append(GoQuote.Quote(Name)).Append("}}");
        Root.Write(output);
        output.Append("{{end}}");
    }
}
