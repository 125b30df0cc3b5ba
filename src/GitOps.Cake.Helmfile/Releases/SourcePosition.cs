namespace GitOps.Cake.Helmfile.Releases;

/// <summary>A place in a file, counted from one, for messages.</summary>
/// <param name="File">The file as the user knows it.</param>
/// <param name="Line">The line of the file, not of a part.</param>
/// <param name="Column">The column; 0 where it is not known.</param>
internal sealed record SourcePosition(string File, int Line, int Column = 0)
{
    public override string ToString() => Column > 0 ? $"{File}:{Line}:{Column}" : $"{File}:{Line}";
}
