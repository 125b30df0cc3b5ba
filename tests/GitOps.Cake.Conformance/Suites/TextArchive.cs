using System.Text;

namespace GitOps.Cake.Conformance.Suites;

/// <summary>Several text files in one: each begins with a line <c>-- path --</c>, and every one that is not empty ends with a newline.</summary>
internal static class TextArchive
{
    private const string Start = "-- ";
    private const string End = " --";

    /// <exception cref="InvalidDataException">A text cannot be kept as it is.</exception>
    public static string Write(IEnumerable<(string Path, string Content)> files)
    {
        var text = new StringBuilder();
        foreach (var (path, content) in files)
        {
            if ((content.Length > 0 && content[^1] != '\n') || content.Contains('\r', StringComparison.Ordinal) || content.Split('\n').Any(line => IsHead(line)))
                throw new InvalidDataException($"{path} cannot be part of a text archive: its lines have to end with \\n, the last one, too, and none may begin a file.");
            text.Append(Start).Append(path).Append(End).Append('\n').Append(content);
        }

        return text.ToString();
    }

    public static IEnumerable<(string Path, string Content)> Read(string text)
    {
        var (path, content) = ("", new StringBuilder());
        foreach (var line in text.Split('\n'))
        {
            if (IsHead(line))
            {
                if (path.Length > 0)
                    yield return (path, content.ToString());
                (path, content) = (line[Start.Length..^End.Length], new());
            }
            else
            {
                content.Append(line).Append('\n');
            }
        }

        // What stands behind the last newline is no line.
        if (path.Length > 0)
            yield return (path, content.ToString(0, Math.Max(0, content.Length - 1)));
    }

    private static bool IsHead(string line) => line.StartsWith(Start, StringComparison.Ordinal) && line.EndsWith(End, StringComparison.Ordinal) && line.Length > 6;
}
