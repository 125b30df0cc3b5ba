namespace GitOps.Cake.Templates;

/// <summary>Where a <see cref="TemplateException"/> comes from; see its properties.</summary>
internal readonly record struct TemplateErrorPlace(string TemplateName, string? File, int Line, int? Column = null, string? Definition = null, string? Node = null);
