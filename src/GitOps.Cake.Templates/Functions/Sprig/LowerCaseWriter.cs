using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal sealed class LowerCaseWriter(char connector)
{
    private readonly StringBuilder _output = new();

    public void Connect() => _output.Append(connector);

    public void Write(Word word)
    {
        if (word.Kind is not (WordKind.UpperCase or WordKind.Connector))
        {
            _output.Append(word.Text);
            return;
        }

        foreach (var rune in word.Text.EnumerateRunes())
        {
            if (WordReader.IsConnector(rune))
                _output.Append(connector);
            else
                _output.Append((GoUnicode.IsUpper(rune) ? GoCase.Lower(rune) : rune).ToString());
        }
    }

    public override string ToString() => _output.ToString();
}
