namespace GitOps.Cake.GitHub;

/// <summary>A remark at a line of a file.</summary>
/// <param name="Path">The file, relative to the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">The remark.</param>
public sealed record CheckAnnotation(string Path, int Line, AnnotationLevel Level, string Message)
{
    /// <summary>A title above the remark.</summary>
    public string? Title { get; init; }
}
