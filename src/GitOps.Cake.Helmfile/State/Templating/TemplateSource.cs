using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>A text that is a template, and where it comes from.</summary>
/// <param name="Text">The template.</param>
/// <param name="Position">The file that it is, or the place of the value that it is.</param>
/// <param name="Folder">The folder of helper files, and of the paths that functions take.</param>
/// <param name="ReferenceFolder">The folder that paths of references start from: that of the state file, for every text.</param>
internal sealed record TemplateSource(string Text, SourcePosition Position, string Folder, string ReferenceFolder)
{
    /// <summary>The line of the file that the text begins in.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>What messages call a single value, as in <c>namespace of release "app"</c>; null for a file.</summary>
    public string? Name { get; init; }

    public bool IsField => Name is not null;

    /// <summary>Whether the text has no template expression, so that it stays as it is.</summary>
    public bool IsPlain => !Text.Contains("{{", StringComparison.Ordinal);
}
