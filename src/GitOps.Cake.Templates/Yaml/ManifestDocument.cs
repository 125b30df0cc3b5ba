namespace GitOps.Cake.Templates.Yaml;

/// <summary>One document of a stream as helm prints it, not parsed.</summary>
/// <param name="Text">Its text as printed, comments included, without the line of <c>---</c> and without blank lines around it. A part of the stream's text, not a copy.</param>
/// <param name="Source">The template that it came from, of helm's comment <c># Source: chart/templates/x.yaml</c>; null when there is none.</param>
/// <param name="Line">The line of the stream in which the text begins, from 1.</param>
public sealed record ManifestDocument(ReadOnlyMemory<char> Text, string? Source, int Line);
