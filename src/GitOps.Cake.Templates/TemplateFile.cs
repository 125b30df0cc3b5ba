namespace GitOps.Cake.Templates;

/// <summary>A file of templates.</summary>
/// <param name="Name">Its name, which messages show.</param>
/// <param name="Text">Its text.</param>
public sealed record TemplateFile(string Name, string Text);
