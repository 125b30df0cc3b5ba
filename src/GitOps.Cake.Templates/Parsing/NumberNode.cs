using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>A number or character; one constant can serve as several of Go's types.</summary>
internal sealed class NumberNode(SourceText source, int position, string written) : Node(source, position)
{
    public string Written => written;

    public long? Integer { get; init; }

    public ulong? Unsigned { get; init; }

    public double? Float { get; init; }

    /// <summary>The real and imaginary part of a constant that ends in <c>i</c>.</summary>
    public (double Real, double Imaginary)? Complex { get; init; }

    /// <summary>Whether it is a float where nothing else is asked for.</summary>
    public bool LooksLikeFloat => Float is not null && !IsCharacter && !IsHexadecimalInteger && written.AsSpan().ContainsAny(".eEpP");

    private bool IsCharacter => written[0] == '\'';

    private bool IsHexadecimalInteger =>
        written is ['0', 'x' or 'X', _, ..] && !written.AsSpan().ContainsAny('p', 'P');

    public override void Write(StringBuilder output) => output.Append(written);
}
