namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>A part of a name.</summary>
internal readonly record struct Word(WordKind Kind, string Text);
