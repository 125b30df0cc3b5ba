using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Formatting;

/// <summary>One directive of a format: its flags, width and precision.</summary>
internal struct Directive
{
    public bool Plus;
    public bool Minus;
    public bool Sharp;
    public bool Space;
    public bool Zero;

    /// <summary>The sharp flag of <c>%#v</c>: Go's syntax.</summary>
    public bool SharpValue;

    /// <summary>The plus flag of <c>%+v</c>: names of fields.</summary>
    public bool PlusValue;

    public int? Width;
    public int? Precision;

    public readonly void Pad(StringBuilder output, string text) => Pad(output, text, Zero);

    public readonly void PadWithBlanks(StringBuilder output, string text) => Pad(output, text, false);

    public readonly string Truncate(string text) => Precision is { } most ? GoBytes.FirstRunes(text, most) : text;

    // Zeros never stand on the right.
    private readonly void Pad(StringBuilder output, string text, bool zero)
    {
        var missing = Width is { } width ? Math.Max(0, width - GoBytes.CountRunes(text)) : 0;
        if (Minus)
            output.Append(text).Append(' ', missing);
        else
            output.Append(zero ? '0' : ' ', missing).Append(text);
    }
}
