namespace GitOps.Cake.Rendering;

/// <summary>A piece of a console line. The text may come from anywhere; it is made harmless where it is written.</summary>
internal readonly record struct Piece(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Piece(string text) => new(text);
}
