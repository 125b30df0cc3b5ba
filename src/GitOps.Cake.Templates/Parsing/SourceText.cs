using System.Text;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>A text that was parsed, kept to tell where in it a node stands.</summary>
/// <param name="Name">The template's name, which messages begin with.</param>
/// <param name="Text">The characters.</param>
/// <param name="File">The file that it came from, as the caller named it.</param>
internal sealed record SourceText(string Name, string Text, string? File)
{
    public int LineOf(int position) => 1 + Text.AsSpan(0, position).Count('\n');

    /// <summary>Go counts columns in bytes, from 0.</summary>
    public int ColumnOf(int position)
    {
        var before = Text.AsSpan(0, position);
        return Encoding.UTF8.GetByteCount(before[(before.LastIndexOf('\n') + 1)..]);
    }
}
